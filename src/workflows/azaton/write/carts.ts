import { groundOf } from "./lib/ground"
import { drawId } from "./lib/ids"
import { GOODS } from "./lib/order-sql"
import { LineGoods } from "./lib/order-rows"
import { amounts, insertTables } from "./lib/rows"
import { targetsOf } from "./map"
import { together } from "./products"
import { keyOf, Kind, Ready, Row, Saved } from "./types"

type Goods = LineGoods & { price: string }

/** Prices are asked beside the goods: a cart is about to be bought, not history. */
const PRICED = `select g.*, v.price::text from (${GOODS}) g join listing_variant v on v.variant_id = g.variant_id`

/** Carts of customers, in the market's channel: what they had put aside, at today's prices. */
export const carts: Kind<"carts"> = {
  entity: "carts",
  target_type: "cart",
  grows: ["cart", "cart_line_item", "legacy_import_map"],
  print: `select c.id, md5(concat_ws('|', c.customer_id, coalesce(extract(epoch from c.completed_at)::text, '-'), c.deleted_at is null,
                 (select string_agg(concat_ws(',', i.variant_id, i.quantity, i.unit_price), ';' order by i.variant_id)
                    from cart_line_item i where i.cart_id = c.id and i.deleted_at is null))) as print
            from cart c where c.id = any(?)`,
  lock: `select id from cart where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const wanted = plans.flatMap(({ value }) => value.lines.map(({ product }) => product))
    const products = await targetsOf(trx, run.source, "products", wanted)
    const { rows } = await trx.raw<Goods>(PRICED, [[...products.values()]])
    const goods = new Map(rows.map((row) => [row.product_id, row]))
    const owners = plans.map(({ value }) => value.customer)
    const customers = await targetsOf(trx, run.source, "customers", owners)
    const ground = await groundOf(run.container, trx)
    // A cart that has changed is written anew under its id.
    await trx.raw(`delete from cart where id = any(?)`, [[...known.values()]])
    const saved = new Map<string, Saved>()
    const tables = plans.map((plan) => {
      const customer_id = customers.get(plan.value.customer)
      if (!customer_id) {
        throw new Error(`customer ${plan.value.customer} of the source has not been imported`)
      }
      const cart_id = known.get(keyOf(plan)) ?? drawId("cart")
      saved.set(keyOf(plan), { target_id: cart_id })
      const at = plan.value.updated_at ?? new Date().toISOString()
      return {
        cart: [
          {
            id: cart_id,
            region_id: ground.region_id,
            customer_id,
            sales_channel_id: ground.market_channel_id,
            currency_code: "uzs",
            metadata: { legacy: true },
            created_at: at,
            updated_at: at,
          },
        ],
        cart_line_item: linesOf(plan, cart_id, (product) => goods.get(products.get(product) ?? "")),
      }
    })
    await insertTables(trx, together(tables))
    return saved
  },
}

function linesOf(
  { value }: Ready<"carts">,
  cart_id: string,
  goodsOf: (product: string) => Goods | undefined
): Row[] {
  return value.lines.flatMap(({ product, quantity }) => {
    const goods = goodsOf(product)
    if (!goods) {
      return []
    }
    return [
      {
        id: drawId("cali"),
        cart_id,
        title: goods.product_title,
        subtitle: goods.variant_title,
        thumbnail: goods.thumbnail,
        quantity,
        product_id: goods.product_id,
        product_title: goods.product_title,
        product_handle: goods.product_handle,
        variant_id: goods.variant_id,
        variant_title: goods.variant_title,
        requires_shipping: true,
        is_discountable: true,
        is_tax_inclusive: true,
        ...amounts({ unit_price: goods.price }),
      },
    ]
  })
}
