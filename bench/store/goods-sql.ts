/** A market's goods by set-based SQL into Medusa's own tables and ours: what shops would take weeks to enter, in seconds. */

export const VARIANTS = 3
const IMAGES = 2

export const NOUNS =
  "Sut,Non,Choy,Guruch,Shakar,Qatiq,Pishloq,Kolbasa,Sovun,Shampun,Ko‘ylak,Shim,Telefon,Quloqchin,Dazmol,Choynak"
export const BRANDS =
  "Oqdaryo,Lazzat,Nurafshon,Barakali,Zamin,Chorsu,Registon,Humo,Buloq,Navbahor,Afsona,Guliston"
const KINDS = "oq,qizil,yangi,katta,kichik,yumshoq,tabiiy,bolalar uchun,premium,arzon,uy uchun,oshxona uchun"
const WORDS_PER_TEXT = 12

const nth = (list: string, n: string, stride: number) =>
  `(string_to_array('${list.replaceAll("'", "''")}', ','))[1 + (${n} / ${stride}) % ${list.split(",").length}]`

/** The words of good number `n`: every combination comes before one repeats. */
const TITLE = [nth(NOUNS, "n", 1), nth(BRANDS, "n", 16), nth(KINDS, "n", 192), "n"].join(" || ' ' || ")

const raw = (amount: string) => `jsonb_build_object('value', (${amount})::text, 'precision', 20)`
const COST = "(1000 + (n * 37 % 900) * 100 + v * 1000)"
const PRICE = `(${COST} * 12 / 10)`

export type GoodsPlace = {
  companies: Array<{ id: string; stock_location_id: string; shipping_profile_id: string }>
  categories: string[]
  /** All goods are in the first channel, every second one in the second too. */
  channels: [string, string]
}

/** Statements that add the goods numbered `from` to `to`, in this order. */
export function goodsSql(
  { companies, categories, channels }: GoodsPlace,
  from: number,
  to: number
): string[] {
  const goods = `generate_series(${from}, ${to}) n`
  const variants = `${goods}, generate_series(1, ${VARIANTS}) v`
  const text = (list: string[]) => `(array[${list.map((one) => `'${one}'`).join(",")}])`
  const company = (key: keyof GoodsPlace["companies"][number]) =>
    `${text(companies.map((one) => one[key]))}[1 + n % ${companies.length}]`
  const link = (table: string, prefix: string, left: string, right: string, rows: string) =>
    `insert into ${table} select ${left}, ${right}, '${prefix}_b' || gen_random_uuid() from ${rows}`
  const variant = "'variant_b' || n || '_' || v"
  return [
    `insert into product (id, title, handle, status, description, subtitle, thumbnail, weight, created_at, updated_at)
     select 'prod_b' || n, ${TITLE}, 'tovar-' || n, 'published', repeat('Yaxshi tovar, tanlab olingan. ', ${WORDS_PER_TEXT}), 'Nav ' || n % 9,
            'https://cdn.example.com/goods/' || n || '-1.webp', 100 + n % 900, now() - n * interval '1 minute', now() from ${goods}`,
    `insert into image (id, url, rank, product_id)
     select 'img_b' || n || '_' || v, 'https://cdn.example.com/goods/' || n || '-' || v || '.webp', v - 1, 'prod_b' || n
       from ${goods}, generate_series(1, ${IMAGES}) v`,
    `insert into product_option (id, title, is_exclusive) select 'opt_b' || n, 'Hajmi', true from ${goods}`,
    `insert into product_product_option (id, product_id, product_option_id) select 'prodopt_b' || n, 'prod_b' || n, 'opt_b' || n from ${goods}`,
    `insert into product_option_value (id, value, option_id, rank) select 'optval_b' || n || '_' || v, v || ' litr', 'opt_b' || n, v - 1 from ${variants}`,
    `insert into product_product_option_value (id, product_product_option_id, product_option_value_id)
     select 'prodoptval_b' || n || '_' || v, 'prodopt_b' || n, 'optval_b' || n || '_' || v from ${variants}`,
    `insert into product_variant (id, title, sku, barcode, product_id, variant_rank, manage_inventory, created_at)
     select ${variant}, v || ' litr', 'B' || n || '-' || v, (4780000000000 + n * 10 + v)::text, 'prod_b' || n, v - 1, true,
            now() - n * interval '1 minute' from ${variants}`,
    `insert into product_variant_option (variant_id, option_value_id) select ${variant}, 'optval_b' || n || '_' || v from ${variants}`,
    `insert into price_set (id) select 'pset_b' || n || '_' || v from ${variants}`,
    `insert into price (id, price_set_id, currency_code, amount, raw_amount)
     select 'price_b' || n || '_' || v, 'pset_b' || n || '_' || v, 'uzs', ${PRICE}, ${raw(PRICE)} from ${variants}`,
    link(
      "product_variant_price_set (variant_id, price_set_id, id)",
      "pvps",
      variant,
      "'pset_b' || n || '_' || v",
      variants
    ),
    `insert into inventory_item (id, sku, title, requires_shipping) select 'iitem_b' || n || '_' || v, 'B' || n || '-' || v, v || ' litr', true from ${variants}`,
    `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
     select 'ilev_b' || n || '_' || v, 'iitem_b' || n || '_' || v, ${company("stock_location_id")}, 100000, ${raw("100000")}, ${raw("0")}, ${raw("0")}
       from ${variants}`,
    link(
      "product_variant_inventory_item (variant_id, inventory_item_id, id)",
      "pvitem",
      variant,
      "'iitem_b' || n || '_' || v",
      variants
    ),
    `insert into product_category_product (product_id, product_category_id)
     select 'prod_b' || n, ${text(categories)}[1 + n % ${categories.length}] from ${goods}`,
    link(
      "product_sales_channel (product_id, sales_channel_id, id)",
      "prodsc",
      "'prod_b' || n",
      `'${channels[0]}'`,
      goods
    ),
    link(
      "product_sales_channel (product_id, sales_channel_id, id)",
      "prodsc",
      "'prod_b' || n",
      `'${channels[1]}'`,
      `${goods} where n % 2 = 0`
    ),
    link(
      "product_shipping_profile (product_id, shipping_profile_id, id)",
      "prodsp",
      "'prod_b' || n",
      company("shipping_profile_id"),
      goods
    ),
    `insert into listing (id, company_id, product_id, name_uz, name_ru, search_text)
     select 'list_b' || n, ${company("id")}, 'prod_b' || n, ${TITLE}, 'Товар ' || n, lower(${TITLE}) from ${goods}`,
    `insert into listing_variant (id, listing_id, company_id, variant_id, inventory_item_id, title, rank, cost, markup_percent, price, barcode,
            raw_cost, raw_markup_percent, raw_price)
     select 'lvar_b' || n || '_' || v, 'list_b' || n, ${company("id")}, ${variant}, 'iitem_b' || n || '_' || v, v || ' litr', v - 1, ${COST}, 20,
            ${PRICE}, (4780000000000 + n * 10 + v)::text, ${raw(COST)}, ${raw("20")}, ${raw(PRICE)} from ${variants}`,
  ]
}
