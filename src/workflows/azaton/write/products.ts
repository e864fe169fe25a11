import { sellersOf, Seller } from "./lib/ground"
import {
  channelRow,
  drawProductIds,
  priceRow,
  productFacts,
  ProductIds,
  productTables,
} from "./lib/product-rows"
import { insertRows, insertTables, updateRows } from "./lib/rows"
import { targetsOf } from "./map"
import { keyOf, Kind, Ready, Row, Run, Saved, Trx } from "./types"

/** Everything of goods that somebody may change here, their stock too. */
const PRINT = `
  select p.id, md5(concat_ws('|', p.title, p.status, p.handle, p.deleted_at is null, coalesce(p.description, '-'), l.name_uz, l.is_visible,
         l.status, coalesce(l.ikpu, '-'), v.cost, v.markup_percent, v.price, coalesce(v.barcode, '-'), coalesce(v.shop_code, '-'),
         k.stocked_quantity, k.reserved_quantity,
         (select count(*) from listing_variant o where o.listing_id = l.id and o.deleted_at is null),
         (select count(*) from image i where i.product_id = p.id and i.deleted_at is null),
         (select string_agg(c.product_category_id, ',' order by 1) from product_category_product c where c.product_id = p.id))) as print
    from product p
    join listing l on l.product_id = p.id and l.deleted_at is null
    join listing_variant v on v.listing_id = l.id and v.rank = 0 and v.deleted_at is null
    left join inventory_level k on k.inventory_item_id = v.inventory_item_id and k.deleted_at is null
   where p.id = any(?)`

const IDS = `
  select l.product_id, v.variant_id, l.id as listing_id, v.id as listing_variant_id, v.inventory_item_id as item_id, s.price_set_id
    from listing l
    join listing_variant v on v.listing_id = l.id and v.rank = 0 and v.deleted_at is null
    join product_variant_price_set s on s.variant_id = v.variant_id and s.deleted_at is null
   where l.product_id = any(?) and l.deleted_at is null`

/**
 * Goods: Medusa's product with price and stock, and the company's listing of it. A hundred of them are some twenty
 * statements in the batch's transaction; Medusa's services would be as many transactions, and a crash would leave halves.
 */
export const products: Kind<"products"> = {
  entity: "products",
  target_type: "product",
  grows: [
    "product",
    "product_option",
    "product_option_value",
    "product_product_option",
    "product_product_option_value",
    "product_variant",
    "product_variant_option",
    "product_category_product",
    "product_sales_channel",
    "product_variant_inventory_item",
    "product_variant_price_set",
    "price_set",
    "price",
    "inventory_item",
    "inventory_level",
    "listing",
    "listing_variant",
    "legacy_import_map",
  ],
  print: PRINT,
  lock: `select l.id from inventory_level l join listing_variant v on v.inventory_item_id = l.inventory_item_id
     join listing i on i.id = v.listing_id where i.product_id = any(?) for update of l, v, i`,
  async save(trx, run, plans, known) {
    const places = await placesOf(trx, run, plans)
    const saved = new Map<string, Saved>()
    const fresh: Array<Record<string, Row[]>> = []
    for (const plan of plans.filter((row) => !known.has(keyOf(row)))) {
      const ids = drawProductIds()
      const { seller, category_id } = places(plan)
      const of = { legacy_id: plan.legacy_id, category_id }
      fresh.push(productTables(plan.value, ids, seller, of))
      saved.set(keyOf(plan), { target_id: ids.product_id })
    }
    await insertTables(trx, together(fresh))
    const changed = plans.filter((row) => known.has(keyOf(row)))
    if (changed.length > 0) {
      await change(trx, changed, known, places)
      changed.forEach((plan) => saved.set(keyOf(plan), { target_id: known.get(keyOf(plan))! }))
    }
    return saved
  },
}

type Place = { seller: Seller; category_id: string | null }

async function placesOf(trx: Trx, run: Run, plans: Array<Ready<"products">>) {
  const [companies, categories] = [
    await targetsOf(trx, run.source, "companies", [...new Set(plans.map(({ value }) => value.company))]),
    await targetsOf(trx, run.source, "categories", [...new Set(plans.map(({ value }) => value.category))]),
  ]
  const sellers = await sellersOf(trx, companies.values())
  return ({ value }: Ready<"products">): Place => {
    const seller = sellers.get(companies.get(value.company) ?? "")
    if (!seller?.stock_location_id) {
      throw new Error(
        `company ${value.company} of the source has not been imported, or has no stock location`
      )
    }
    return { seller, category_id: value.category === null ? null : (categories.get(value.category) ?? null) }
  }
}

/** The rows of many, table by table. */
export function together(parts: Array<Record<string, Row[]>>): Record<string, Row[]> {
  const all: Record<string, Row[]> = {}
  for (const tables of parts) {
    for (const [table, rows] of Object.entries(tables)) {
      ;(all[table] ??= []).push(...rows)
    }
  }
  return all
}

async function change(
  trx: Trx,
  plans: Array<Ready<"products">>,
  known: Map<string, string>,
  places: (plan: Ready<"products">) => Place
): Promise<void> {
  const targets = plans.map((plan) => known.get(keyOf(plan))!)
  const { rows } = await trx.raw<ProductIds>(IDS, [targets])
  const idsOf = new Map(rows.map((row) => [row.product_id, row]))
  const each = <T>(map: (plan: Ready<"products">, ids: ProductIds) => T): T[] =>
    plans.map((plan) => map(plan, idsOf.get(known.get(keyOf(plan))!)!))
  await updateRows(
    trx,
    "product",
    each(({ value }, { product_id }) => ({ id: product_id, ...productFacts(value).product }))
  )
  const listings = each(({ value }, { listing_id }) => {
    const { listing, is_visible } = productFacts(value)
    return { id: listing_id, ...listing, is_visible }
  })
  await updateRows(trx, "listing", listings)
  const variants = each(({ value }, ids) => ({ id: ids.listing_variant_id, ...productFacts(value).variant }))
  await updateRows(trx, "listing_variant", variants)
  const levels = each(({ value }, { item_id }) => ({
    inventory_item_id: item_id,
    ...productFacts(value).level,
  }))
  await updateRows(trx, "inventory_level", levels, "inventory_item_id")
  await trx.raw(`delete from price where price_set_id = any(?) and price_list_id is null`, [
    rows.map(({ price_set_id }) => price_set_id),
  ])
  await trx.raw(`delete from product_category_product where product_id = any(?)`, [targets])
  await trx.raw(`delete from product_sales_channel where product_id = any(?)`, [targets])
  const links = each((plan, { product_id, price_set_id }) => {
    const { price, is_visible } = productFacts(plan.value)
    const { seller, category_id } = places(plan)
    const isShown = is_visible && seller.is_selling && seller.sales_channel_id !== null
    return {
      price: price === null ? [] : [priceRow(price_set_id, price)],
      product_category_product: category_id ? [{ product_id, product_category_id: category_id }] : [],
      product_sales_channel: isShown ? [channelRow(product_id, seller.sales_channel_id!)] : [],
    }
  })
  for (const [table, made] of Object.entries(together(links))) {
    await insertRows(trx, table, made)
  }
}
