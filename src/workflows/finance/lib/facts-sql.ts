import { TIME_ZONE } from "../../../lib/time"
import { MONTHS } from "./delete-sql"
import { withEvents } from "./events-sql"
import { MEASURES } from "./figures"

/** Statements that make facts anew: of one company (`:company`) on some days (`:days`). */

/** Everything is empty unless a part says otherwise. */
const parts = (columns: readonly string[], ...sources: Array<[Record<string, string>, string]>) =>
  sources
    .map(
      ([said, from]) =>
        `select ${columns.map((column) => `${said[column] ?? 0} as ${column}`).join(", ")} ${from}`
    )
    .join("\n union all\n ")
const sums = (measures: readonly string[]) => measures.map((measure) => `sum(${measure})`).join(", ")

const DAY = [...MEASURES, "returned_quantity"] as const

const KEY = { currency_code: "currency_code", day: "day" }

export const INSERT_DAYS = `
  ${withEvents("days", "sold", "sold_line", "back", "back_line", "accounted")},
  part as (
    ${parts(
      ["currency_code", "day", ...DAY],
      [
        {
          ...KEY,
          orders: "1",
          sales: "total",
          delivery: "shipping_paid",
          discount: "discount_total",
          new_buyers: "case when f.first_order_id = s.id then 1 else 0 end",
          known_orders: "case when s.buyer is null then 0 else 1 end",
          returning_orders: "case when f.first_order_id <> s.id then 1 else 0 end",
        },
        "from sold s left join finance_buyer f on f.company_id = :company and f.buyer = s.buyer",
      ],
      [
        {
          ...KEY,
          quantity: "quantity",
          cost: "cost",
          lines_without_cost: "case when lacks_cost then 1 else 0 end",
        },
        "from sold_line",
      ],
      [
        { ...KEY, refunds_count: "1", refunds: "amount", refunded_delivery: "shipping_amount" },
        "from back where is_refund",
      ],
      [{ ...KEY, returned_quantity: "quantity", refunded_cost: "cost" }, "from back_line"],
      [
        { ...KEY, commission: "coalesce(commission, 0) * 0.01", ad_spend: "coalesce(ad_spend, 0) * 0.01" },
        "from accounted",
      ]
    )})
  insert into finance_day (company_id, currency_code, day, ${DAY.join(", ")})
  select :company, currency_code, day, ${sums(DAY)} from part group by currency_code, day`

const SLICE = ["orders", "quantity", "sales", "refunds", "cost", "refunded_cost"] as const
const SLICE_KEY = ["currency_code", "day", "dimension", "key"] as const
const hourOf = (at: string) => `to_char(${at} at time zone '${TIME_ZONE}', 'HH24')`
const SALE = { ...KEY, orders: "1", quantity: "quantity", sales: "total", cost: "cost" }
const GONE = { ...KEY, refunds: "amount", refunded_cost: "cost" }
const on = (dimension: string, key: string) => ({ dimension: `'${dimension}'`, key })

const WEB_PAYMENT = `coalesce(paid_provider_id, 'none')`

/**
 * A sale paid in cash and by card counts in both, its pieces in the larger. A refund counts with the cashier whose
 * drawer it was paid from, at the hour when it was made, and in the way in which the money went back: without a return at the
 * desk in cash, unless all of the sale had been paid by card. Sales of a desk that has no record of them (an imported history)
 * were paid in cash.
 */
export const INSERT_SLICES = `
  ${withEvents("days", "sold", "sold_line", "back", "back_line")},
  made as (
    select s.*, l.quantity, l.cost, p.member_id, p.cash_amount, p.card_amount
      from sold s
      left join (select order_id, sum(quantity) as quantity, sum(cost) as cost from sold_line group by order_id) l
        on l.order_id = s.id
      left join pos_sale p on p.order_id = s.order_id and p.status = 'done' and p.deleted_at is null),
  gone as (
    select b.*, l.cost, coalesce(t.member_id, p.member_id) as member_id,
           case b.channel when 'pos' then 'pos_' || coalesce(t.method,
             case when p.card_amount > 0 and p.cash_amount = 0 then 'card' else 'cash' end) else ${WEB_PAYMENT} end as payment
      from back b
      left join (select event_id, sum(cost) as cost from back_line group by event_id) l on l.event_id = b.id
      left join pos_sale p on p.order_id = b.order_id and p.status = 'done' and p.deleted_at is null
      left join lateral (
        select r.method, h.member_id from pos_return r left join pos_shift h on h.id = r.shift_id
         where r.sale_id = p.id and r.refund_id = b.id and r.deleted_at is null order by r.id limit 1) t on true),
  part as (
    ${parts(
      [...SLICE_KEY, ...SLICE],
      [{ ...SALE, ...on("channel", "channel") }, "from made"],
      [{ ...SALE, ...on("cashier", "member_id") }, "from made where member_id is not null"],
      [{ ...SALE, ...on("hour", hourOf("paid_at")) }, "from made"],
      [
        {
          ...SALE,
          cost: "0",
          ...on("payment", `case channel when 'pos' then 'pos_cash' else ${WEB_PAYMENT} end`),
        },
        "from made where member_id is null",
      ],
      [
        {
          ...SALE,
          ...on("payment", "'pos_cash'"),
          quantity: "case when cash_amount >= card_amount then quantity else 0 end",
          sales: "cash_amount",
          cost: "0",
        },
        "from made where member_id is not null and (cash_amount > 0 or card_amount = 0)",
      ],
      [
        {
          ...SALE,
          ...on("payment", "'pos_card'"),
          quantity: "case when cash_amount < card_amount then quantity else 0 end",
          sales: "card_amount",
          cost: "0",
        },
        "from made where member_id is not null and card_amount > 0",
      ],
      [{ ...GONE, ...on("channel", "channel") }, "from gone"],
      [{ ...GONE, ...on("cashier", "member_id") }, "from gone where member_id is not null"],
      [{ ...GONE, ...on("hour", hourOf("at")) }, "from gone"],
      [{ ...GONE, cost: "0", refunded_cost: "0", ...on("payment", "payment") }, "from gone where is_refund"]
    )})
  insert into finance_slice (company_id, ${SLICE_KEY.join(", ")}, ${SLICE.join(", ")})
  select :company, ${SLICE_KEY.join(", ")}, ${SLICE.map((measure) => `coalesce(sum(${measure}), 0)`).join(", ")}
    from part group by ${SLICE_KEY.join(", ")}`

const GOODS = [
  "quantity",
  "sales",
  "discount",
  "cost",
  "returned_quantity",
  "refunds",
  "refunded_cost",
] as const
const ITEM = {
  ...KEY,
  item: "item",
  listing_id: "listing_id",
  variant_id: "variant_id",
  title: "title",
  at: "at",
  id: "id",
}
/** Goods are called as they were called last. */
const lastOf = (column: string, order: string) => `(array_agg(${column} order by ${order}))[1]`

export const INSERT_GOODS = `
  ${withEvents("days", "sold", "sold_line", "back", "back_line")},
  part as (
    ${parts(
      ["currency_code", "day", "item", "listing_id", "variant_id", "title", "at", "id", ...GOODS],
      [
        { ...ITEM, quantity: "quantity", sales: "total", discount: "discount", cost: "cost" },
        "from sold_line",
      ],
      [{ ...ITEM, returned_quantity: "quantity", refunds: "amount", refunded_cost: "cost" }, "from back_line"]
    )})
  insert into finance_goods_day (company_id, currency_code, day, item, listing_id, variant_id, title, ${GOODS.join(", ")})
  select :company, currency_code, day, item, ${["listing_id", "variant_id", "title"]
    .map((column) => lastOf(column, "at desc, id desc"))
    .join(", ")}, ${sums(GOODS)}
    from part group by currency_code, day, item`

export const INSERT_GOODS_MONTHS = `
  insert into finance_goods_month (company_id, currency_code, month, item, listing_id, variant_id, title, ${GOODS.join(", ")})
  select :company, g.currency_code, m.month, g.item, ${["listing_id", "variant_id", "title"]
    .map((column) => lastOf(`g.${column}`, "g.day desc"))
    .join(", ")}, ${sums(GOODS)}
    from ${MONTHS} m(month)
    join finance_goods_day g on g.company_id = :company and g.day >= m.month and g.day < m.month + interval '1 month'
   group by g.currency_code, m.month, g.item`
