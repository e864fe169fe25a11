import { clx, Heading, Text } from "@medusajs/ui"
import { Fact } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { useActorName } from "./audit-page"
import { DetailDrawer, Raw } from "./detail-drawer"
import { Difference, differences, fieldName, valueText } from "./lib/diff"
import { AuditEntry } from "./lib/types"

function Side({ label, tone, value }: { label: string; tone: "old" | "new"; value: unknown }) {
  return (
    <div
      className={clx("min-w-0 flex-1 rounded-md px-2 py-1", {
        "bg-ui-tag-red-bg": tone === "old",
        "bg-ui-tag-green-bg": tone === "new",
      })}
    >
      <span className="sr-only">{label}: </span>
      <span className="txt-small break-words">{valueText(value)}</span>
    </div>
  )
}

/** Field by field: what it was, what it is. */
function Diff({ entry }: { entry: AuditEntry }) {
  const { t } = useText()
  if (!entry.before && !entry.after) {
    return null
  }
  const found: Difference[] = differences(entry.before, entry.after, entry.changed)
  const title = entry.before ? t("market.audit.whatChanged") : t("market.audit.created")
  return (
    <section aria-label={title} className="flex flex-col gap-y-2">
      <div className="flex items-baseline justify-between gap-3">
        <Heading level="h3">{title}</Heading>
        {entry.before !== null && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {`${t("market.audit.before")} → ${t("market.audit.after")}`}
          </Text>
        )}
      </div>
      {found.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("market.audit.nothingChanged")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-2">
        {found.map(({ field, before, after }) => (
          <li key={field} className="flex flex-col gap-y-1">
            <Text size="xsmall" weight="plus" className="text-ui-fg-subtle break-all" title={field}>
              {fieldName(field)}
            </Text>
            <div className="flex gap-2">
              {!!entry.before && <Side label={t("market.audit.before")} tone="old" value={before} />}
              <Side label={t("market.audit.after")} tone="new" value={after} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ entry }: { entry: AuditEntry }) {
  const { t, dateTime } = useText()
  const actorName = useActorName()
  const answer = [entry.status_code, entry.error_code].filter(Boolean).join(" ")
  return (
    <div className="divide-y">
      <Fact label={t("market.audit.at")}>{dateTime(entry.at)}</Fact>
      <Fact label={t("market.audit.outcomeName")}>
        <StatePill
          state={entry.outcome === "interrupted" ? "review" : entry.outcome}
          label={t(`market.audit.outcome.${entry.outcome}`)}
        />
      </Fact>
      <Fact label={t("market.audit.actor")}>{actorName(entry)}</Fact>
      <Fact label={t("market.audit.company")}>{entry.company_name ?? "—"}</Fact>
      <Fact label={t("market.audit.entity")}>
        <span className="break-all">
          {[entry.entity_type, entry.entity_id].filter(Boolean).join(" · ") || "—"}
        </span>
      </Fact>
      <Fact label={t("market.audit.code")}>{answer || "—"}</Fact>
      <Fact label={t("market.audit.address")}>{entry.address ?? "—"}</Fact>
      {entry.duration_ms !== null && (
        <Fact label={t("market.audit.duration")}>{t("market.audit.ms", { count: entry.duration_ms })}</Fact>
      )}
    </div>
  )
}

/** One entry, whole. */
export function AuditDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, number } = useText()
  const read = useApi<{ audit_entry: AuditEntry }>(`/admin/audit-log/${id}`)
  const entry = read.data?.audit_entry
  return (
    <DetailDrawer
      isOpen
      title={entry ? t("market.audit.entry", { seq: number(entry.seq) }) : t("shell.nav.audit")}
      hint={entry?.action}
      onClose={onClose}
    >
      <Shown read={read}>
        {({ audit_entry }) => (
          <>
            <Facts entry={audit_entry} />
            <Diff entry={audit_entry} />
            <Raw title={t("market.audit.body")} value={audit_entry.body} />
            <Raw title={t("market.audit.hash")} value={audit_entry.hash} />
          </>
        )}
      </Shown>
    </DetailDrawer>
  )
}
