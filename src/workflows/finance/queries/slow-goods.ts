import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { TITLE } from "../../pos/queries/goods"
import { ensureFacts } from "../facts"
import { Range } from "../lib/periods"
import { goodsFacts } from "./goods"

type Wish = Range & { company_id: string; limit: number; offset: number; shows_cost: boolean }

type Row = {
  count: number
  listing_id: string
  variant_id: string
  title: string
  available: string
  stock_value: string
  quantity: string
  last_sold_on: string | null
}

/** Stock has a cost in so'm, so it is compared with what was sold for so'm. */
const CURRENCY = "uzs"

/**
 * Goods that are on a company's shelf now, the least sold of a period first, and of those the ones that hold most money. One
 * statement beside `ensureFacts`.
 */
export async function slowGoods(container: MedusaContainer, wish: Wish) {
  assertId(wish.company_id, "company id")
  await ensureFacts(container, [wish.company_id], wish.from, wish.to)
  const facts = goodsFacts({ ...wish, currency_code: CURRENCY })
  // Whoever may not see cost learns no ranking by it either.
  const worth = wish.shows_cost ? "v.cost" : "1"
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `with sold as (
       select item, sum(quantity - returned_quantity) as quantity from (${facts.sql}) part group by item),
     slow as (
       select v.id, v.listing_id, v.variant_id, k.stocked_quantity - k.reserved_quantity as available,
              k.stocked_quantity * ${worth} as stock_value, coalesce(s.quantity, 0) as quantity
         from listing_variant v
         join listing l on l.id = v.listing_id and l.status = 'active' and l.deleted_at is null
         join inventory_level k on k.inventory_item_id = v.inventory_item_id and k.deleted_at is null
          and k.location_id = (select stock_location_id from company where id = v.company_id)
         left join sold s on s.item = v.variant_id
        where v.company_id = ? and v.is_live and v.deleted_at is null and k.stocked_quantity > k.reserved_quantity)
     select page.*, total.count from (select count(*)::int as count from slow) total
       left join lateral (
         select x.listing_id, x.variant_id, x.available, x.stock_value, x.quantity, ${TITLE} as title,
                (select to_char(max(day), 'YYYY-MM-DD') from finance_goods_day g where g.company_id = v.company_id
                    and g.currency_code = ? and g.item = x.variant_id and g.quantity > 0) as last_sold_on
           from (select * from slow order by quantity, stock_value desc, id limit ? offset ?) x
           join listing_variant v on v.id = x.id join listing l on l.id = v.listing_id
          order by x.quantity, x.stock_value desc, x.id) page on true`,
    [...facts.values, wish.company_id, CURRENCY, wish.limit, wish.offset] as string[]
  )
  const goods = rows.filter(({ variant_id }) => variant_id !== null)
  return { goods: goods.map((row) => presentSlow(row, wish.shows_cost)), count: rows[0].count }
}

function presentSlow({ count: _, stock_value, ...row }: Row, showsCost: boolean) {
  return {
    ...row,
    available: Number(row.available),
    quantity: Number(row.quantity),
    ...(showsCost ? { stock_value: Number(stock_value) } : {}),
  }
}
