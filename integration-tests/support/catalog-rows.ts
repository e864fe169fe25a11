/** Goods written straight into the catalogue's tables, so that hundreds of them cost a test nothing. */

export type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }

export type Goods = {
  id: string
  company_id: string | null
  category_ids: string[]
  attributes: string[]
  created_at: Date
  rating_average: number | null
  popularity: number
  price: number | null
  is_sale: boolean
  in_stock: boolean
}

type Where = { channel: string; region_id: string }

/** Puts goods into the version that is served, with a price for a region and stock for one channel. */
export async function addGoods(db: Db, goods: Goods[], { channel, region_id }: Where): Promise<void> {
  const rows = JSON.stringify(goods)
  const FROM = `from catalog_version w, json_populate_recordset(null::catalog_goods_row, ?::json) g where w.status = 'serving'`
  await db.raw(`create type catalog_goods_row as (id text, company_id text, category_ids text[], attributes text[],
    created_at timestamptz, rating_average real, popularity real, price numeric, is_sale boolean, in_stock boolean)`)
  await db.raw(
    `insert into catalog_product (version, product_id, handle, company_id, channels, category_ids, tag_ids, attributes,
            created_at, rating_average, rating_score, popularity, titles, parts)
     select w.version, g.id, 'h-' || g.id, g.company_id, array[?], g.category_ids, '{}', g.attributes, g.created_at,
            g.rating_average, coalesce(g.rating_average, 3), g.popularity,
            array['"' || g.id || ' uz"', '"' || g.id || ' ru"', '"' || g.id || ' en"'],
            array['{"id":"' || g.id || '","title":', ',"variants":[{"id":"v1",', '}]}'] ${FROM}`,
    [channel, rows]
  )
  await db.raw(
    `insert into catalog_price (version, product_id, context_id, min_price, max_price, is_sale, prices)
     select w.version, g.id, x.id, g.price, g.price, g.is_sale,
            array['"calculated_price":' || case when g.price is null then 'null' else '{"calculated_amount":' || g.price || '}' end]
       from catalog_price_context x, catalog_version w, json_populate_recordset(null::catalog_goods_row, ?::json) g
      where w.status = 'serving' and x.region_id = ?`,
    [rows, region_id]
  )
  await db.raw(
    `insert into catalog_stock (version, product_id, channels_key, in_stock, stock)
     select w.version, g.id, x.channels_key, g.in_stock,
            array['"inventory_quantity":' || case when g.in_stock then 5 else 0 end || ',"is_in_stock":' || g.in_stock]
       from catalog_channel_set x, catalog_version w, json_populate_recordset(null::catalog_goods_row, ?::json) g
      where w.status = 'serving' and ? = any(x.channels)`,
    [rows, channel]
  )
  await db.raw("drop type catalog_goods_row")
  await db.raw("update catalog_state set generation = generation + 1")
}
