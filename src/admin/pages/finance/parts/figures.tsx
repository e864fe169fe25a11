import { ReactNode } from "react"
import { Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../components/page"
import { salesPlace } from "../lib/places"
import { Figure, Summary } from "../lib/types"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"
import { Delta, Welcome } from "./delta"
import { Explain } from "./explain"

type Shown = { figure: Figure; isCount?: boolean; welcome?: Welcome }

const SHOWN: Shown[] = [
  { figure: "average_receipt" },
  { figure: "orders", isCount: true },
  { figure: "quantity", isCount: true },
  { figure: "new_buyers", isCount: true },
  { figure: "returning_orders", isCount: true },
  { figure: "refunds", welcome: "down" },
  { figure: "discounts", welcome: "neither" },
  { figure: "delivery", welcome: "neither" },
]

/** Everything else at a glance, each with what it is. */
export function FigureCards({ summary }: { summary: Summary }) {
  const { t, money, number } = useWords()
  const { isMarket } = useSource()
  const { compare } = summary
  const cards = SHOWN.map(({ figure, isCount, welcome }) => {
    const format = isCount ? number : money
    const isReturning = figure === "returning_orders"
    return (
      <FigureCard
        key={figure}
        figure={figure}
        to={figure === "refunds" && !isMarket ? salesPlace(summary, { kind: "refund" }) : undefined}
        value={
          isReturning && summary.known_orders === 0
            ? "—"
            : isReturning
              ? t("finance.buyers", {
                  returning: number(summary.returning_orders),
                  known: number(summary.known_orders),
                })
              : format(summary[figure])
        }
        note={
          compare && (
            <Delta now={summary[figure]} before={compare[figure]} welcome={welcome} format={format} />
          )
        }
      />
    )
  })
  return (
    <Section title={t("finance.more")} padded={false}>
      <div className="grid grid-cols-2 gap-2 p-3 md:gap-3 md:px-6 md:py-4 lg:grid-cols-4 print:grid-cols-4">
        {cards}
      </div>
    </Section>
  )
}

/** What the goods on the shelves once cost: owned, and never taken off the profit (business rule 14). */
export function StockValue({ summary }: { summary: Summary }) {
  const { t, money } = useWords()
  const { isMarket } = useSource()
  return (
    <FigureCard
      figure="stock_value"
      value={money(summary.stock_value)}
      note={<span className="txt-small text-ui-fg-subtle">{t("finance.beside")}</span>}
      to={isMarket ? undefined : "/shop/warehouse"}
    />
  )
}

function FigureCard({
  figure,
  value,
  note,
  to,
}: {
  figure: Figure | "stock_value"
  value: string
  note?: ReactNode
  to?: string
}) {
  const { t } = useWords()
  const name = t(`finance.figure.${figure}`)
  return (
    <Container className="bg-ui-bg-subtle flex break-inside-avoid flex-col gap-y-1 p-3">
      <div className="flex items-center justify-between gap-x-1">
        <Text size="small" className="text-ui-fg-subtle">
          {to ? (
            <Link to={to} className="hover:text-ui-fg-base underline-offset-2 hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </Text>
        <Explain name={name}>{t(`finance.rule.${figure}`)}</Explain>
      </div>
      <div className="txt-large-plus text-ui-fg-base tabular-nums" data-figure={figure}>
        {value}
      </div>
      {note}
    </Container>
  )
}
