import { useState } from "react"
import { Input } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { Choice } from "../../components/field"
import { DataList } from "../../components/data-list"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DayRange } from "./day-range"
import { Receipt } from "./lib/types"
import { ReceiptDrawer } from "./receipt-drawer"

const LIMIT = 20
const NONE = { q: "", kind: "", from: "", to: "" }

/** Receipts of the company, newest first; `?id=` opens one, so that other pages can point at it. */
export default function ReceiptsPage() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const [filter, setFilter] = useState(NONE)
  const [offset, setOffset] = useState(0)
  const read = useApi<{ receipts: Receipt[]; count: number }>("/merchant/receipts", {
    ...filter,
    offset,
    limit: LIMIT,
  })
  const change = (part: Partial<typeof NONE>) => {
    setFilter((now) => ({ ...now, ...part }))
    setOffset(0)
  }
  const open = (id: string | null) => setParams(id ? { id } : {}, { replace: true })
  const id = params.get("id")
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <Page title={t("shell.nav.receipts")} hint={t("receipts.hint")}>
      <Section padded={false}>
        <div className="flex flex-wrap items-end gap-2 px-4 py-3 md:px-6">
          <div className="w-full md:w-52">
            <Input
              type="search"
              size="small"
              aria-label={t("receipts.searchNumber")}
              placeholder={t("receipts.searchNumber")}
              value={filter.q}
              onChange={(event) => change({ q: event.target.value })}
            />
          </div>
          <div className="w-full md:w-40">
            <Choice
              label={t("receipts.kind")}
              value={filter.kind}
              emptyLabel={t("words.all")}
              options={[
                { value: "sale", label: t("receipts.sale") },
                { value: "refund", label: t("receipts.refund") },
              ]}
              onChoose={(kind) => change({ kind })}
            />
          </div>
          <DayRange from={filter.from} to={filter.to} onChange={change} />
        </div>
        <Shown read={read}>
          {({ receipts, count }) => (
            <>
              <Rows receipts={receipts} isFiltered={isFiltered} onOpen={open} />
              <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
            </>
          )}
        </Shown>
      </Section>
      {id && <ReceiptDrawer id={id} onClose={() => open(null)} />}
    </Page>
  )
}

function Rows({
  receipts,
  isFiltered,
  onOpen,
}: {
  receipts: Receipt[]
  isFiltered: boolean
  onOpen: (id: string) => void
}) {
  const { t, money, dateTime } = useText()
  return (
    <DataList
      label={t("shell.nav.receipts")}
      rows={receipts}
      idOf={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      empty={
        isFiltered ? (
          <Empty text={t("words.nothingFound")} />
        ) : (
          <Empty text={t("receipts.empty")} hint={t("receipts.emptyHint")} />
        )
      }
      columns={[
        { key: "number", title: t("receipts.number"), value: ({ number }) => number },
        {
          key: "kind",
          title: t("receipts.kind"),
          value: ({ kind }) => (
            <StatePill state={kind === "sale" ? "done" : "returned"} label={t(`receipts.${kind}`)} />
          ),
        },
        { key: "issued_at", title: t("words.date"), value: ({ issued_at }) => dateTime(issued_at) },
        { key: "order", title: t("receipts.order"), value: ({ short_code }) => short_code },
        { key: "fiscal", title: t("receipts.fiscal"), value: (receipt) => <Fiscal receipt={receipt} /> },
        { key: "total", title: t("words.total"), align: "end", value: ({ total }) => money(total) },
      ]}
    />
  )
}

const FISCAL_STATE = {
  not_needed: "none",
  waiting: "pending",
  sent: "processing",
  confirmed: "done",
  failed: "failed",
} as const

export function Fiscal({ receipt }: { receipt: Receipt }) {
  const { t } = useText()
  const { fiscal_status } = receipt
  return <StatePill state={FISCAL_STATE[fiscal_status]} label={t(`receipts.fiscalStatus.${fiscal_status}`)} />
}
