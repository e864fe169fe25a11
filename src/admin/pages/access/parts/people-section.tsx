import { useState } from "react"
import { ConfirmButton } from "../../../components/confirm"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { FilterBar, FilterItem, SearchLine } from "../../market/filter-bar"
import { Grant } from "../lib/types"

const LIMIT = 20
const SOURCES = ["code", "legacy"] as const

function useColumns(): Array<Column<Grant>> {
  const { t, date } = useText()
  const sourceOf = (source: string) => SOURCES.find((known) => known === source) ?? "other"
  return [
    {
      key: "person",
      title: t("access.people.person"),
      value: ({ customer }) => (
        <span className="break-words">{customer.name || t("access.people.nameless")}</span>
      ),
    },
    {
      key: "contact",
      title: t("access.people.contact"),
      value: ({ customer: { phone, email } }) => (
        <span className="break-all">{[phone, email].filter(Boolean).join(", ") || "—"}</span>
      ),
    },
    { key: "since", title: t("access.people.since"), value: ({ granted_at }) => date(granted_at) },
    {
      key: "how",
      title: t("access.people.how"),
      value: ({ source }) => t(`access.people.source.${sourceOf(source)}`),
    },
  ]
}

/** Shoppers whom the company has let in; each can be sent out again. */
export function PeopleSection({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useText()
  const [q, setQ] = useState("")
  const [offset, setOffset] = useState(0)
  const columns = useColumns()
  const read = useApi<{ access_grants: Grant[]; count: number }>("/merchant/access-grants", {
    q,
    limit: LIMIT,
    offset,
  })
  const search = (text: string) => {
    setQ(text)
    setOffset(0)
  }
  return (
    <Section title={t("access.people.title")} hint={t("access.people.hint")} padded={false}>
      <FilterBar>
        <FilterItem isWide>
          <SearchLine label={t("access.people.search")} value={q} onSearch={search} />
        </FilterItem>
      </FilterBar>
      <Shown read={read}>
        {({ access_grants: grants, count }) => (
          <>
            <DataList
              label={t("access.people.title")}
              rows={grants}
              columns={columns}
              idOf={({ id }) => id}
              actions={mayWrite ? (grant) => <Revoke grant={grant} /> : undefined}
              empty={
                q ? (
                  <Empty text={t("words.nothingFound")} />
                ) : (
                  <Empty text={t("access.people.empty")} hint={t("access.people.emptyHint")} />
                )
              }
            />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}

function Revoke({ grant: { id, customer } }: { grant: Grant }) {
  const { t } = useText()
  const revoke = useAct(() => api.delete(`/merchant/access-grants/${id}`), t("access.people.revoked"))
  const name = customer.name || customer.phone || customer.email || t("access.people.nameless")
  return (
    <ConfirmButton
      label={t("access.people.revoke")}
      question={t("access.people.revokeQuestion", { name })}
      isDanger
      variant="secondary"
      isLoading={revoke.isPending}
      onConfirm={() => revoke.mutate()}
    />
  )
}
