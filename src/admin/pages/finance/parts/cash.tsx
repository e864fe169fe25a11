import { Text } from "@medusajs/ui"
import { DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { BarRow, BarRows } from "../charts/bar-rows"
import { ChartOrTable } from "../charts/chart-or-table"
import { expensesPlace, salesPlace } from "../lib/places"
import { Cash, Summary } from "../lib/types"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"

const OUT = ["purchases", "expenses", "refunds", "commission", "ad_spend"] as const satisfies Array<
  keyof Cash
>

const byAmount = (one: { amount: number }, other: { amount: number }) => other.amount - one.amount

type Movement = BarRow & { amount: number; side: "in" | "out" }

function useMovements(summary: Summary): Movement[] {
  const { t, money, methodName } = useWords()
  const { isMarket } = useSource()
  const { cash } = summary
  const places: Partial<Record<(typeof OUT)[number], string>> = {
    purchases: expensesPlace(summary, { category_id: "purchases" }),
    expenses: expensesPlace(summary),
    refunds: salesPlace(summary, { kind: "refund" }),
  }
  const bar = (amount: number, color: string) => ({
    amount,
    value: money(amount),
    low: Math.min(0, amount),
    high: Math.max(0, amount),
    color,
  })
  return [
    ...[...cash.in].sort(byAmount).map(({ method, amount }) => ({
      key: method,
      side: "in" as const,
      label: methodName(method),
      to: isMarket || method === "none" ? undefined : salesPlace(summary, { payment: method }),
      ...bar(amount, "var(--tag-green-icon)"),
    })),
    ...OUT.filter((kind) => cash[kind] !== 0).map((kind) => ({
      key: kind,
      side: "out" as const,
      label: kind === "purchases" ? t("finance.cash.purchases") : t(`finance.figure.${kind}`),
      explain:
        kind === "purchases"
          ? { name: t("finance.cash.purchases"), text: t("finance.rule.purchases") }
          : { name: t(`finance.figure.${kind}`), text: t(`finance.rule.${kind}`) },
      to: isMarket ? undefined : places[kind],
      ...bar(cash[kind], "var(--tag-orange-icon)"),
    })),
  ]
}

/** Money in and out. Buying goods stands here, and nowhere in the profit (business rule 15). */
export function CashView({ summary }: { summary: Summary }) {
  const { t, money } = useWords()
  const movements = useMovements(summary)
  const { cash } = summary
  const outTotal = OUT.reduce((sum, kind) => sum + cash[kind], 0)
  if (movements.length === 0) {
    return (
      <Section title={t("finance.cash.title")}>
        <Empty text={t("finance.cash.none")} />
      </Section>
    )
  }
  const widest = Math.max(...movements.map(({ high }) => high))
  const side = (which: "in" | "out") => movements.filter((movement) => movement.side === which)
  return (
    <>
      <Section>
        <dl className="grid grid-cols-1 gap-4 sm:grid-cols-3">
          <Total name={t("finance.cash.in")} value={money(cash.in_total)} />
          <Total name={t("finance.cash.out")} value={money(outTotal)} />
          <Total
            name={t("finance.cash.net")}
            value={money(cash.net)}
            note={
              cash.net === 0 ? undefined : t(cash.net > 0 ? "finance.cash.netMore" : "finance.cash.netLess")
            }
            isMain
          />
        </dl>
        <Text size="small" className="text-ui-fg-subtle pt-4">
          {t("finance.rule.cash")}
        </Text>
      </Section>
      <ChartOrTable
        title={t("finance.cash.title")}
        chart={
          <div className="flex flex-col gap-y-6">
            {(["in", "out"] as const).map((which) => (
              <div key={which}>
                <Text size="small" weight="plus" className="pb-2">
                  {t(`finance.cash.${which}`)}
                </Text>
                <BarRows label={t(`finance.cash.${which}`)} rows={side(which)} scaleTo={widest} isExplained />
              </div>
            ))}
          </div>
        }
        table={
          <DataList
            label={t("finance.cash.title")}
            rows={movements}
            idOf={({ key }) => key}
            columns={[
              { key: "what", title: t("finance.cash.what"), value: ({ label }) => label },
              { key: "side", title: t("finance.cash.side"), value: (row) => t(`finance.cash.${row.side}`) },
              {
                key: "amount",
                title: t("words.amount"),
                align: "end",
                value: (row) => money(row.side === "in" ? row.amount : -row.amount),
              },
            ]}
          />
        }
      />
    </>
  )
}

function Total({
  name,
  value,
  note,
  isMain,
}: {
  name: string
  value: string
  note?: string
  isMain?: boolean
}) {
  return (
    <div>
      <dt className="txt-small text-ui-fg-subtle">{name}</dt>
      <dd className={isMain ? "txt-xlarge-plus tabular-nums" : "txt-large-plus tabular-nums"}>{value}</dd>
      {note && <dd className="txt-small text-ui-fg-subtle">{note}</dd>}
    </div>
  )
}
