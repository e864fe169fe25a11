import { readSources } from "./finance"

type Sources = Awaited<ReturnType<typeof readSources>>
const DAY_MS = 86_400_000

/** Day of Tashkent of a moment in milliseconds. */
export const dayAt = (ms: string | number) =>
  new Date(Math.floor(Number(ms)) + 5 * 3_600_000).toISOString().slice(0, 10)

const cents = (text: string | null) => Math.round(Number(text ?? 0) * 100)

/** What days of a calendar month bear of a monthly amount: the k-th of n bears round(A·k/n) − round(A·(k−1)/n). */
function monthlyPart(day: string, tiyin: number): number {
  const [year, month, k] = day.split("-").map(Number)
  const n = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const upTo = (days: number) => Math.round((tiyin * days) / n)
  return upTo(k) - upTo(k - 1)
}

/**
 * The figures of a period, reckoned anew from every row in the plainest way there is (docs/finance.md): whole hundredths, loops, no
 * SQL. It shares no code with what it checks.
 */
export function naiveFigures(sources: Sources, from: string, to: string) {
  const isIn = (ms: string | null) => ms !== null && dayAt(ms) >= from && dayAt(ms) <= to
  const orders = sources.orders.filter(({ currency_code }) => currency_code === "uzs")
  const known = new Set<string | null>(orders.map(({ id }) => id))
  const lineOf = new Map(sources.lines.map((line) => [line.id, line]))
  const sum = { sales: 0, delivery: 0, discounts: 0, cost: 0, quantity: 0, orders: 0, lines_without_cost: 0, refunds: 0, refunds_count: 0,
    commission: 0, ad_spend: 0, expenses: 0, purchases: 0, new_buyers: 0, known_orders: 0, returning_orders: 0 } // prettier-ignore

  const seen = new Set<string>()
  for (const order of sources.orders) {
    const isFirst = order.buyer !== null && !seen.has(order.buyer)
    seen.add(order.buyer ?? "")
    if (!known.has(order.id) || !isIn(order.at)) {
      continue
    }
    sum.orders++
    sum.sales += cents(order.total)
    sum.delivery += cents(order.shipping_paid)
    sum.discounts += cents(order.discount_total)
    sum.known_orders += order.buyer === null ? 0 : 1
    sum.new_buyers += isFirst ? 1 : 0
    sum.returning_orders += order.buyer !== null && !isFirst ? 1 : 0
    for (const line of sources.lines.filter(({ company_order_id }) => company_order_id === order.id)) {
      sum.quantity += Number(line.quantity)
      sum.cost += cents(line.cost) * Number(line.quantity)
      sum.lines_without_cost += line.cost === null ? 1 : 0
    }
  }

  type Part = { company_order_line_id: string; quantity: number | null; amount: string }
  const taken = new Map<string | null, number>()
  for (const refund of sources.refunds.filter((row) => known.has(row.company_order_id))) {
    for (const part of JSON.parse(refund.lines!) as Part[]) {
      const id = part.company_order_line_id
      if (refund.status !== "failed") {
        taken.set(id, (taken.get(id) ?? 0) + Number(part.quantity ?? 0))
      }
      if (refund.status === "succeeded" && refund.restock === "true" && isIn(refund.at)) {
        sum.cost -= cents(lineOf.get(id)!.cost) * Number(part.quantity ?? 0)
      }
    }
    if (refund.status === "succeeded" && isIn(refund.at)) {
      sum.refunds += cents(refund.amount)
      sum.refunds_count++
      sum.delivery -= cents(refund.shipping_amount)
    }
  }
  for (const order of orders.filter(({ canceled }) => isIn(canceled))) {
    for (const line of sources.lines.filter(({ company_order_id }) => company_order_id === order.id)) {
      sum.cost -= cents(line.cost) * (Number(line.quantity) - (taken.get(line.id) ?? 0))
    }
  }

  for (const { kind, amount } of sources.entries.filter((entry) => isIn(entry.at))) {
    sum.commission += kind === "commission" ? Number(amount) : 0
    sum.ad_spend += kind === "ad_spend" ? Number(amount) : 0
  }
  for (const { day, category_id, tiyin } of sources.expenses) {
    if (day! >= from && day! <= to) {
      sum[category_id === "purchases" ? "purchases" : "expenses"] += Number(tiyin)
    }
  }
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    for (const { tiyin, starts_on, ends_on } of sources.recurring) {
      sum.expenses += day >= starts_on! && day <= (ends_on ?? "9999") ? monthlyPart(day, Number(tiyin)) : 0
    }
  }

  const markup = sum.sales - sum.refunds - sum.cost
  const net = markup - sum.expenses - sum.commission - sum.ad_spend
  const money = (amount: number) => amount / 100
  return {
    figures: {
      revenue: money(sum.sales - sum.refunds),
      sales: money(sum.sales),
      refunds: money(sum.refunds),
      delivery: money(sum.delivery),
      discounts: money(sum.discounts),
      orders: sum.orders,
      refunds_count: sum.refunds_count,
      quantity: sum.quantity,
      average_receipt: sum.orders === 0 ? 0 : money(Math.round(sum.sales / sum.orders)),
      cost: money(sum.cost),
      markup_profit: money(markup),
      expenses: money(sum.expenses),
      commission: money(sum.commission),
      ad_spend: money(sum.ad_spend),
      net_profit: money(net),
      new_buyers: sum.new_buyers,
      returning_orders: sum.returning_orders,
      known_orders: sum.known_orders,
      lines_without_cost: sum.lines_without_cost,
    },
    purchases: money(sum.purchases),
  }
}
