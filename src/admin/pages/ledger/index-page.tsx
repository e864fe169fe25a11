import { useState } from "react"
import { Button, Heading, Text } from "@medusajs/ui"
import { Chart } from "../../components/chart"
import { Page, Section } from "../../components/page"
import { Shown } from "../../components/states"
import { dayOf } from "../../lib/format"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { EntryList } from "./entry-list"
import { lastDays, Part, PARTS, som, sumByPart, Summary } from "./lib/types"

const PERIODS = [
  { days: 30, key: "ledger.days30" },
  { days: 90, key: "ledger.days90" },
  { days: 365, key: "ledger.year" },
] as const

const TITLES = {
  sale: "ledger.sales",
  received: "ledger.received",
  commission: "ledger.commission",
  refund: "ledger.refunds",
  payout: "ledger.payouts",
  ad_spend: "ledger.adSpend",
} as const satisfies Record<Part, string>

/** What the market owes the company: now, day by day, and every movement. */
export default function LedgerPage() {
  const { t } = useText()
  const [days, setDays] = useState(30)
  const read = useApi<Summary>("/merchant/ledger/summary", lastDays(dayOf(new Date()), days))
  return (
    <Page
      title={t("shell.nav.ledger")}
      hint={t("ledger.hint")}
      actions={
        <div className="flex gap-1" role="group" aria-label={t("ledger.period")}>
          {PERIODS.map((period) => (
            <Button
              key={period.days}
              size="small"
              variant={period.days === days ? "primary" : "secondary"}
              aria-pressed={period.days === days}
              onClick={() => setDays(period.days)}
            >
              {t(period.key)}
            </Button>
          ))}
        </div>
      }
    >
      <Shown read={read}>{(summary) => <Overview summary={summary} />}</Shown>
      <EntryList />
    </Page>
  )
}

function Overview({ summary }: { summary: Summary }) {
  const { t, money, number, date } = useText()
  const { owed_tiyin, days } = summary
  const sums = sumByPart(days)
  const short = (value: number) =>
    Math.abs(value) >= 1e6 ? `${number(Math.round(value / 1e5) / 10)} mln` : number(Math.round(value))
  return (
    <>
      <Section>
        <div className="flex flex-col gap-y-6">
          <div>
            <Text size="small" className="text-ui-fg-subtle">
              {owed_tiyin < 0 ? t("ledger.youOwe") : t("ledger.owed")}
            </Text>
            <Heading level="h2" className="text-2xl tabular-nums">
              {money(som(Math.abs(owed_tiyin)))}
            </Heading>
          </div>
          <dl className="grid grid-cols-2 gap-4 md:grid-cols-6" aria-label={t("ledger.inPeriod")}>
            {PARTS.map((kind) => (
              <div key={kind}>
                <dt className="txt-xsmall text-ui-fg-muted">{t(TITLES[kind])}</dt>
                <dd className="txt-small-plus tabular-nums">{money(som(sums[kind]))}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Section>
      <Section title={t("ledger.chart")}>
        <Chart
          kind="area"
          label={t("ledger.chart")}
          rows={days.map((day) => ({ day: day.day, owed: som(day.owed_tiyin) }))}
          x="day"
          series={[{ key: "owed", name: t("ledger.balance") }]}
          format={money}
          formatShort={short}
          formatX={(day) => date(`${day}T00:00:00+05:00`).slice(0, 5)}
        />
      </Section>
    </>
  )
}
