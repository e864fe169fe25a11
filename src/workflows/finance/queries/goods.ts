import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { likePattern, toSearchText } from "../../../lib/search-text"
import { ensureFacts } from "../facts"
import { Range } from "../lib/periods"
import { shareOf } from "../lib/share"
import { splitRange } from "../lib/split-range"

/** Whose facts of which days: of one company, or of all with null. */
export type Scope = Range & { company_id: string | null; currency_code: string }

export type GoodsOrder = "revenue" | "quantity" | "profit"
type Wish = Scope & { order: GoodsOrder; q?: string; limit: number; offset: number; shows_cost: boolean }

type Row = {
  company_id: string
  item: string
  listing_id: string | null
  variant_id: string | null
  title: string
  quantity: string
  returned_quantity: string
  revenue: string
  cost: string
  profit: string
  whole: string
  count: number
}

const MEASURES = "quantity, sales, cost, returned_quantity, refunds, refunded_cost"

/** Rows of the goods' facts that make up a range: whole months from the months, the edges from the days. */
export function goodsFacts(scope: Scope): { sql: string; values: string[] } {
  const { months, days } = splitRange(scope)
  const own = `currency_code = ? ${scope.company_id ? "and company_id = ?" : ""}`
  const ownValues = [scope.currency_code, ...(scope.company_id ? [scope.company_id] : [])]
  const part = (table: string, column: string) =>
    `select company_id, ${column} as at, item, listing_id, variant_id, title, ${MEASURES} from ${table}
      where ${own} and ${column} between ?::date and ?::date`
  const parts = [
    ...(months ? [{ sql: part("finance_goods_month", "month"), range: months }] : []),
    ...days.map((range) => ({ sql: part("finance_goods_day", "day"), range })),
  ]
  return {
    sql: parts.map(({ sql }) => sql).join(" union all "),
    values: parts.flatMap(({ range }) => [...ownValues, range.from, range.to]),
  }
}

/** As `toSearchText` writes a text. */
const SEARCHED = "lower(translate(title, 'ʻʼ‘’`´', ''''''''''''''))"

/**
 * Goods of a period, net of what came back, best first; one statement beside `ensureFacts`. Names are those of the last month. `share` is per cent of all goods of
 * the period, also where `q` looks for some of them.
 */
export async function financeGoods(container: MedusaContainer, wish: Wish) {
  await ensureFacts(container, wish.company_id ? [wish.company_id] : null, wish.from, wish.to)
  const facts = goodsFacts(wish)
  // Whoever may not see profit learns no ranking by it either.
  const order = wish.order === "profit" && !wish.shows_cost ? "revenue" : wish.order
  const key = wish.company_id ? "item" : "item, company_id"
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `with goods as (
       select ${key}, sum(quantity - returned_quantity) as quantity, sum(returned_quantity) as returned_quantity,
              sum(sales - refunds) as revenue, sum(cost - refunded_cost) as cost ${wish.q ? ", max(title) as title" : ""}
         from (${facts.sql}) part group by ${key}),
     found as (select *, revenue - cost as profit from goods where ${wish.q ? `${SEARCHED} like ?` : "true"})
     select page.*, known.*, total.whole::text, total.count
       from (select coalesce((select sum(revenue) from goods), 0) as whole, (select count(*)::int from found) as count) total
       left join lateral (select * from found order by found.${order} desc, ${key} limit ? offset ?) page on true
       left join lateral (
         select m.company_id, m.listing_id, m.variant_id, m.title from finance_goods_month m
          where m.company_id = ${wish.company_id ? "?" : "page.company_id"} and m.currency_code = ? and m.item = page.item
            and m.month <= ?::date order by m.month desc limit 1) known on true`,
    [
      ...facts.values,
      ...(wish.q ? [likePattern(toSearchText(wish.q))] : []),
      wish.limit,
      wish.offset,
      ...(wish.company_id ? [wish.company_id] : []),
      wish.currency_code,
      wish.to,
    ] as string[]
  )
  const goods = rows.filter(({ item }) => item !== null)
  return { goods: goods.map((row) => presentGoods(row, wish)), count: rows[0].count }
}

function presentGoods(row: Row, { company_id, shows_cost }: Wish) {
  const { whole, count: _, cost, profit, ...goods } = row
  return {
    ...(company_id ? {} : { company_id: row.company_id }),
    item: goods.item,
    listing_id: goods.listing_id,
    variant_id: goods.variant_id,
    title: goods.title,
    quantity: Number(goods.quantity),
    returned_quantity: Number(goods.returned_quantity),
    revenue: Number(goods.revenue),
    ...(shows_cost ? { cost: Number(cost), profit: Number(profit) } : {}),
    share: shareOf(goods.revenue, whole),
  }
}
