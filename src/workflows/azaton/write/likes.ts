import { counted } from "../../../modules/like/lib/counted"
import { WATCHED } from "../../like/queries/state"
import { targetsOf } from "./map"
import { keyOf, Kind, Saved } from "./types"

/** Counters and the watch as if the customers had liked: the same pieces of SQL. */
const LIKE = `
  with put as (
    insert into product_like (owner_id, product_id)
    select distinct w.owner_id, w.product_id
      from json_to_recordset(?::json) as w (owner_id text, product_id text) order by 1, 2
    on conflict do nothing returning owner_id, product_id),
  ${counted("put", "+")}, ${WATCHED}
  select count(*) from put`

/** A like has no id of its own; customer and goods name it. */
const NAMED = `unnest(?::text[]) t (id) join product_like l
  on l.owner_id = split_part(t.id, ':', 1) and l.product_id = split_part(t.id, ':', 2)`

/** What customers liked; since when, the old system did not know. One who likes the goods here already goes on liking them. */
export const likes: Kind<"likes"> = {
  entity: "likes",
  target_type: "product_like",
  grows: ["product_like", "legacy_import_map"],
  print: `select t.id, 'liked' as print from ${NAMED}`,
  lock: `select t.id from ${NAMED} for update of l`,
  async save(trx, run, plans) {
    const customers = await targetsOf(
      trx,
      run.source,
      "customers",
      plans.map(({ value }) => value.customer)
    )
    const products = await targetsOf(
      trx,
      run.source,
      "products",
      plans.map(({ value }) => value.product)
    )
    const pairs = plans.map((plan) => {
      const owner_id = customers.get(plan.value.customer)
      const product_id = products.get(plan.value.product)
      if (!owner_id || !product_id) {
        throw new Error(
          `customer ${plan.value.customer} or goods ${plan.value.product} have not been imported`
        )
      }
      return { plan, owner_id, product_id }
    })
    await trx.raw(LIKE, [JSON.stringify(pairs.map(({ owner_id, product_id }) => ({ owner_id, product_id })))])
    return new Map<string, Saved>(
      pairs.map(({ plan, owner_id, product_id }) => [keyOf(plan), { target_id: `${owner_id}:${product_id}` }])
    )
  },
}
