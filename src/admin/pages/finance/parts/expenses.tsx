import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { BarRows } from "../charts/bar-rows"
import { ChartOrTable } from "../charts/chart-or-table"
import { shareOf } from "../lib/change"
import { expensesPlace } from "../lib/places"
import { Summary } from "../lib/types"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"
import { Explain } from "./explain"

/** What the expenses of the period are; a category leads to its entries. Purchases stand in the cash view. */
export function Expenses({ summary }: { summary: Summary }) {
  const { t, money, percent, nameOf } = useWords()
  const { isMarket } = useSource()
  const rows = summary.expenses_by_category
    .filter(({ is_purchase, amount }) => !is_purchase && amount !== 0)
    .sort((one, other) => other.amount - one.amount)
  const title = t("finance.expenses.title")
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <Empty text={t("finance.expenses.none")} hint={t("finance.expenses.noneHint")}>
          {!isMarket && (
            <Button size="small" variant="secondary" asChild className="print:hidden">
              <Link to="/shop/expenses">{t("finance.expenses.add")}</Link>
            </Button>
          )}
        </Empty>
      </Section>
    )
  }
  const share = (amount: number) => percent(shareOf(amount, summary.expenses))
  const place = (category_id: string) => (isMarket ? undefined : expensesPlace(summary, { category_id }))
  return (
    <ChartOrTable
      title={title}
      tip={isMarket ? undefined : t("finance.expenses.hint")}
      actions={
        <>
          <Explain name={t("finance.figure.expenses")}>{t("finance.rule.expenses")}</Explain>
          {!isMarket && (
            <Button size="small" variant="transparent" asChild className="print:hidden">
              <Link to={expensesPlace(summary)}>{t("finance.expenses.all")}</Link>
            </Button>
          )}
        </>
      }
      chart={
        <BarRows
          label={title}
          rows={rows.map(({ category_id, name, amount }) => ({
            key: category_id,
            label: nameOf(name),
            note: share(amount),
            value: money(amount),
            low: Math.min(0, amount),
            high: Math.max(0, amount),
            color: "var(--tag-orange-icon)",
            to: place(category_id),
          }))}
        />
      }
      table={
        <DataList
          label={title}
          rows={rows}
          idOf={({ category_id }) => category_id}
          columns={[
            {
              key: "name",
              title: t("finance.expenses.category"),
              value: ({ category_id, name }) => {
                const to = place(category_id)
                return to ? <Link to={to}>{nameOf(name)}</Link> : nameOf(name)
              },
            },
            {
              key: "share",
              title: t("finance.parts.share"),
              align: "end",
              value: ({ amount }) => share(amount),
            },
            { key: "amount", title: t("words.amount"), align: "end", value: ({ amount }) => money(amount) },
          ]}
        />
      }
    />
  )
}
