import { Text } from "@medusajs/ui"
import { Column, DataList } from "../../components/data-list"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { AuditDrawer } from "./audit-drawer"
import { AuditFilters } from "./audit-filters"
import { AuditTools } from "./audit-tools"
import { fieldName } from "./lib/diff"
import { AuditEntry, Paged } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"

const FILTERS = ["q", "outcome", "company_id", "from", "to", "entity_type", "entity_id", "actor"] as const
/** Names of changed fields that fit a line. */
const SHOWN = 3

function Changed({ fields }: { fields: string[] }) {
  const names = [...new Set(fields.map(fieldName))]
  const rest = names.length > SHOWN ? ` +${names.length - SHOWN}` : ""
  return (
    <Text size="small" className="text-ui-fg-subtle max-w-40 truncate" title={names.join(", ")}>
      {names.length > 0 ? names.slice(0, SHOWN).join(", ") + rest : "—"}
    </Text>
  )
}

/** Who it was, as a line. */
export function useActorName() {
  const { t } = useText()
  return ({ actor_type, actor_label, actor_id }: AuditEntry): string => {
    if (actor_type === "nobody") {
      return t("market.audit.nobody")
    }
    const name = actor_label ?? actor_id ?? ""
    return actor_type === "api-key" ? t("market.audit.apiKey", { name }) : name
  }
}

function useColumns(): Array<Column<AuditEntry>> {
  const { t, dateTime, number } = useText()
  const actorName = useActorName()
  return [
    {
      key: "action",
      title: t("market.audit.action"),
      value: ({ action, count }) => (
        <span className="break-all font-mono text-xs md:whitespace-nowrap">
          {action}
          {count > 1 && ` · ${t("market.audit.times", { count: number(count) })}`}
        </span>
      ),
    },
    {
      key: "outcome",
      title: t("market.audit.outcomeName"),
      value: ({ outcome }) => (
        <StatePill
          state={outcome === "interrupted" ? "review" : outcome}
          label={t(`market.audit.outcome.${outcome}`)}
        />
      ),
    },
    { key: "actor", title: t("market.audit.actor"), value: (entry) => actorName(entry) },
    {
      key: "company",
      title: t("market.audit.company"),
      value: ({ company_name }) => company_name ?? "—",
      isSmallHidden: true,
    },
    {
      key: "changed",
      title: t("market.audit.changed"),
      value: ({ changed }) => <Changed fields={changed} />,
      isSmallHidden: true,
    },
    {
      key: "at",
      title: t("market.audit.at"),
      align: "end",
      value: ({ at }) => <span className="whitespace-nowrap">{dateTime(at)}</span>,
    },
  ]
}

export default function AuditPage() {
  const { t } = useText()
  const list = useList(FILTERS)
  const columns = useColumns()
  const read = useApi<Paged<"audit_entries", AuditEntry>>("/admin/audit-log", {
    ...list.filters,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  return (
    <Page
      title={t("shell.nav.audit")}
      hint={t("market.audit.hint")}
      actions={<AuditTools filters={list.filters} />}
    >
      <Section padded={false}>
        <AuditFilters filters={list.filters} onChoose={list.choose} onClear={list.clear} />
        <Shown read={read}>
          {({ audit_entries, count }) => (
            <>
              <DataList
                label={t("shell.nav.audit")}
                rows={audit_entries}
                columns={columns}
                idOf={({ id }) => id}
                onOpen={({ id }) => list.open(id)}
                empty={<Empty text={t("words.nothingFound")} />}
              />
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )}
        </Shown>
      </Section>
      {list.openId && <AuditDrawer id={list.openId} onClose={() => list.open(null)} />}
    </Page>
  )
}
