import { Database } from "./database"

/** Goods as they are searched for; what shoppers may not see is in it too, and marked. */
export type ProductDocument = {
  id: string
  handle: string
  thumbnail: string | null
  title: string
  title_uz: string | null
  title_ru: string | null
  title_en: string | null
  description: string | null
  company_id: string | null
  company_name: string | null
  /** Null for the market's own goods. */
  is_private: boolean | null
  category_ids: string[]
  category_names: string[]
  collection_id: string | null
  collection: string | null
  type_id: string | null
  type: string | null
  tags: string[]
  attributes: string[]
  attribute_values: string[]
  codes: string[]
  sales_channel_ids: string[]
  status: string
  is_listed: boolean
  rating: number | null
  rating_count: number
  sold_count: number
  like_count: number
  in_stock: boolean | null
  price: number | null
  created_at: string
}

const texts = (select: string) => `array(${select})`
const CATEGORIES = `product_category_product pc
    join product_category own on own.id = pc.product_category_id and own.deleted_at is null and own.is_active and not own.is_internal
    join product_category g on g.id = any(string_to_array(rtrim(own.mpath, '.'), '.'))
     and g.deleted_at is null and g.is_active and not g.is_internal
   where pc.product_id = p.id`
const OPTIONS = `product_product_option po
    join product_option o on o.id = po.product_option_id and o.deleted_at is null
    join product_product_option_value pv on pv.product_product_option_id = po.id and pv.deleted_at is null
    join product_option_value ov on ov.id = pv.product_option_value_id and ov.deleted_at is null
   where po.product_id = p.id and po.deleted_at is null`
const CODES = `product_variant v left join listing_variant lv on lv.variant_id = v.id and lv.deleted_at is null
   cross join lateral (values (v.sku), (v.barcode), (v.ean), (v.upc), (lv.barcode), (lv.shop_code)) code (code)
   where v.product_id = p.id and v.deleted_at is null and code.code <> ''`

/**
 * Documents of goods. Prices, stock, sales and likes are those of the storefront's catalogue, which knows them already; where
 * it has not been built yet they are unknown.
 */
const DOCUMENTS = `
  select p.id, p.handle, p.thumbnail, p.title, l.name_uz as title_uz, l.name_ru as title_ru, l.name_en as title_en, p.description,
         l.company_id, c.name as company_name, c.is_private, ${texts(`select distinct g.id from ${CATEGORIES}`)} as category_ids,
         ${texts(`select distinct g.name from ${CATEGORIES}`)} as category_names,
         p.collection_id, n.title as collection, p.type_id, t.value as type,
         ${texts(`select t.value from product_tags pt join product_tag t on t.id = pt.product_tag_id and t.deleted_at is null
                   where pt.product_id = p.id order by 1`)} as tags,
         coalesce(k.attributes, '{}') as attributes,
         ${texts(`select distinct ov.value from ${OPTIONS}`)} as attribute_values,
         ${texts(`select distinct code.code from ${CODES}`)} as codes,
         ${texts(`select s.sales_channel_id::text from product_sales_channel s
                   where s.product_id = p.id and s.deleted_at is null order by 1`)} as sales_channel_ids,
         p.status, (l.id is null or (l.status = 'active' and l.is_visible)) as is_listed,
         k.rating_score::float8 as rating, coalesce(k.rating_count, 0) as rating_count, coalesce(k.sold_count, 0) as sold_count,
         coalesce(k.like_count, 0) as like_count,
         (select bool_or(s.in_stock) from catalog_stock s where s.version = k.version and s.product_id = p.id) as in_stock,
         (select min(r.min_price)::float8 from catalog_price r join catalog_price_context x on x.id = r.context_id
           where r.version = k.version and r.product_id = p.id and x.currency_code = (
                 select lower(u.currency_code) from store_currency u where u.is_default and u.deleted_at is null
                  order by u.created_at limit 1)) as price,
         to_char(p.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at
    from product p
    left join listing l on l.product_id = p.id and l.deleted_at is null
    left join company c on c.id = l.company_id and c.deleted_at is null
    left join product_collection n on n.id = p.collection_id and n.deleted_at is null
    left join product_type t on t.id = p.type_id and t.deleted_at is null
    left join catalog_version w on w.status = 'serving'
    left join catalog_product k on k.version = w.version and k.product_id = p.id
   where p.deleted_at is null`

/** @returns documents of those that are there, in no order */
export async function readProducts(database: Database, ids: string[]): Promise<ProductDocument[]> {
  return ids.length === 0
    ? []
    : (await database.raw<ProductDocument>(`${DOCUMENTS} and p.id = any(?)`, [ids])).rows
}

/** Ids of the next goods after one, in the order of their ids. */
export async function productIdsAfter(
  database: Database,
  { after, ids, since, limit }: { after: string; ids: string[] | null; since: Date | null; limit: number }
): Promise<string[]> {
  const { rows } = await database.raw<{ id: string }>(
    `select p.id from product p where p.id > :after and (cast(:ids as text[]) is null or p.id = any(cast(:ids as text[])))
        and (cast(:since as timestamptz) is null or p.updated_at >= :since or p.deleted_at >= :since
             or exists (select 1 from listing l where l.product_id = p.id and l.updated_at >= :since)
             or exists (select 1 from catalog_product k where k.product_id = p.id and k.built_at >= :since))
      order by p.id limit :limit`,
    { after, ids, since: since?.toISOString() ?? null, limit }
  )
  return rows.map(({ id }) => id)
}
