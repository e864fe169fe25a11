import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { DataList } from "../../components/data-list"
import { Choice } from "../../components/field"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { som } from "../ledger/lib/types"
import { Settlement } from "./lib/types"
import { usePeriod } from "./period"

const LIMIT = 20
const STATES = ["closed", "carried", "paid"] as const
export const PILL = { closed: "pending", carried: "none", paid: "paid" } as const

/** Statements of the company, the latest period first. */
export default function SettlementsPage() {
  const { t, money } = useText()
  const navigate = useNavigate()
  const period = usePeriod()
  const [status, setStatus] = useState("")
  const [offset, setOffset] = useState(0)
  const read = useApi<{ settlements: Settlement[]; count: number }>("/merchant/settlements", {
    status,
    offset,
    limit: LIMIT,
  })
  const choose = (value: string) => {
    setStatus(value)
    setOffset(0)
  }
  return (
    <Page title={t("shell.nav.settlements")} hint={t("settlements.hint")}>
      <Section padded={false}>
        <div className="px-4 py-3 md:w-72 md:px-6">
          <Choice
            label={t("words.status")}
            value={status}
            emptyLabel={t("settlements.all")}
            options={STATES.map((value) => ({ value, label: t(`settlements.state.${value}`) }))}
            onChoose={choose}
          />
        </div>
        <Shown read={read}>
          {({ settlements, count }) => (
            <>
              <DataList
                label={t("shell.nav.settlements")}
                rows={settlements}
                idOf={({ id }) => id}
                onOpen={({ id }) => navigate(`/shop/settlements/${id}`)}
                empty={
                  status ? (
                    <Empty text={t("words.nothingFound")} />
                  ) : (
                    <Empty text={t("settlements.empty")} hint={t("settlements.emptyHint")} />
                  )
                }
                columns={[
                  { key: "period", title: t("settlements.period"), value: period },
                  {
                    key: "status",
                    title: t("words.status"),
                    value: (row) => (
                      <StatePill state={PILL[row.status]} label={t(`settlements.state.${row.status}`)} />
                    ),
                  },
                  {
                    key: "sales",
                    title: t("settlements.sales"),
                    align: "end",
                    value: ({ sales_tiyin }) => money(som(sales_tiyin)),
                  },
                  {
                    key: "closing",
                    title: t("settlements.closing"),
                    align: "end",
                    value: ({ closing_tiyin }) => money(som(closing_tiyin)),
                  },
                  {
                    key: "payout",
                    title: t("settlements.payout"),
                    align: "end",
                    value: ({ payout_tiyin }) => money(som(payout_tiyin)),
                  },
                ]}
              />
              <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
            </>
          )}
        </Shown>
      </Section>
    </Page>
  )
}
