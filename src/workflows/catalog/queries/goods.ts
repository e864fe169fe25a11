import { Goods, GoodsVariant } from "../../../modules/catalog/lib/types"
import { Run } from "../run"

/** What the price of a variant is asked by, beside what its document says. */
export type SourceVariant = GoodsVariant & { price_set_id: string | null }
export type SourceGoods = Omit<Goods, "variants"> & {
  variants: SourceVariant[]
  next_price_change: Date | null
}

/** Live variants `v` of product `p`, in the order that every piece of a document goes by. */
export const VARIANT_ORDER = `v.variant_rank nulls last, v.created_at, v.id`

const list = (select: string, order: string, from: string) =>
  `(select coalesce(json_agg(${select} order by ${order}), '[]') ${from})`

const IMAGES = list(
  `json_build_object('id', i.id, 'url', i.url, 'rank', i.rank)`,
  "i.rank, i.created_at, i.id",
  `from image i where i.product_id = p.id and i.deleted_at is null`
)
const TAGS = list(
  `json_build_object('id', t.id, 'value', t.value)`,
  "t.value, t.id",
  `from product_tags pt join product_tag t on t.id = pt.product_tag_id and t.deleted_at is null where pt.product_id = p.id`
)
const SHOWN = `deleted_at is null and is_active and not is_internal`
const CATEGORIES = list(
  `json_build_object('id', g.id, 'name', g.name, 'handle', g.handle)`,
  "g.mpath, g.id",
  `from product_category_product pc join (select * from product_category where ${SHOWN}) g on g.id = pc.product_category_id
    where pc.product_id = p.id`
)
/** A category is below those whose ids its path names. */
const CATEGORY_IDS = `array(select distinct a.id from product_category_product pc
    join (select * from product_category where ${SHOWN}) g on g.id = pc.product_category_id
    join (select * from product_category where ${SHOWN}) a on a.id = any(string_to_array(rtrim(g.mpath, '.'), '.'))
   where pc.product_id = p.id order by 1)`
const OPTION_VALUES = list(
  `json_build_object('id', ov.id, 'value', ov.value)`,
  "ov.rank nulls last, ov.created_at, ov.id",
  `from product_product_option_value pv join product_option_value ov on ov.id = pv.product_option_value_id
      and ov.deleted_at is null where pv.product_product_option_id = po.id and pv.deleted_at is null`
)
const OPTIONS = list(
  `json_build_object('id', o.id, 'title', o.title, 'values', ${OPTION_VALUES})`,
  "po.created_at, o.created_at, o.id",
  `from product_product_option po join product_option o on o.id = po.product_option_id and o.deleted_at is null
    where po.product_id = p.id and po.deleted_at is null`
)
const CHOSEN = list(
  `json_build_object('id', ov.id, 'value', ov.value, 'option', json_build_object('id', o.id, 'title', o.title))`,
  "o.created_at, o.id",
  `from product_variant_option vo join product_option_value ov on ov.id = vo.option_value_id and ov.deleted_at is null
     join product_option o on o.id = ov.option_id and o.deleted_at is null where vo.variant_id = v.id`
)
const PRICE_SET = `(select ps.price_set_id from product_variant_price_set ps
   where ps.variant_id = v.id and ps.deleted_at is null limit 1)`
const VARIANTS = list(
  `json_build_object('id', v.id, 'title', v.title, 'sku', v.sku, 'barcode', v.barcode, 'ean', v.ean, 'upc', v.upc,
     'manage_inventory', v.manage_inventory, 'allow_backorder', v.allow_backorder, 'variant_rank', v.variant_rank,
     'options', ${CHOSEN}, 'price_set_id', ${PRICE_SET})`,
  VARIANT_ORDER,
  `from product_variant v where v.product_id = p.id and v.deleted_at is null`
)
const CHANNELS = `array(select s.sales_channel_id::text from product_sales_channel s
   where s.product_id = p.id and s.deleted_at is null order by 1)`
/** Pieces of orders that were paid and have not been cancelled. */
const SOLD = `(select coalesce(sum(n.quantity), 0)::int from product_variant v
    join company_order_line n on n.variant_id = v.id and n.deleted_at is null
    join company_order o on o.id = n.company_order_id and o.deleted_at is null and o.paid_at is not null
     and o.canceled_at is null and o.order_canceled_at is null
   where v.product_id = p.id)`
/** When a price list begins or ends next; the millisecond after, because JavaScript knows no smaller parts. */
const NEXT_PRICE = `(select date_trunc('milliseconds', min(moment.at)) + interval '1 millisecond' from product_variant v
    join product_variant_price_set ps on ps.variant_id = v.id and ps.deleted_at is null
    join price r on r.price_set_id = ps.price_set_id and r.deleted_at is null and r.price_list_id is not null
    join price_list pl on pl.id = r.price_list_id and pl.deleted_at is null and pl.status = 'active'
   cross join lateral (values (pl.starts_at), (pl.ends_at)) moment(at)
   where v.product_id = p.id and v.deleted_at is null and moment.at > now())`

/**
 * Goods that the storefront may show, as their documents are made of them: published, and listed visibly where a company sells
 * them. Whether the company is open to the caller is asked at every reading, not here. One statement.
 */
export const GOODS = `
  select p.id, p.title, p.subtitle, p.description, p.handle, p.thumbnail, p.is_giftcard, p.discountable, p.collection_id,
         p.type_id, p.weight, p.length, p.height, p.width, p.hs_code, p.origin_country, p.mid_code, p.material, p.created_at,
         p.updated_at, ${IMAGES} as images, ${TAGS} as tags, ${CATEGORIES} as categories, ${CATEGORY_IDS} as category_ids,
         case when t.id is not null then json_build_object('id', t.id, 'value', t.value) end as type,
         case when n.id is not null then json_build_object('id', n.id, 'title', n.title, 'handle', n.handle) end as collection,
         ${OPTIONS} as options, ${VARIANTS} as variants, ${CHANNELS} as channels, ${SOLD} as sold_count,
         ${NEXT_PRICE} as next_price_change,
         case when l.id is not null then json_build_object('uz', l.name_uz, 'ru', l.name_ru, 'en', l.name_en) end as names,
         case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'handle', c.handle,
           'average', cs.average, 'count', coalesce(cs.count, 0)) end as company,
         case when rs.count > 0 then rs.average::float8 end as rating_average, coalesce(rs.count, 0) as rating_count,
         case when rs.count > 0 then rs.score::float8 else 0 end as rating_score, coalesce(k.like_count, 0)::int as like_count
    from product p
    left join listing l on l.product_id = p.id and l.deleted_at is null
    left join company c on c.id = l.company_id and c.deleted_at is null
    left join company_rating_stat cs on cs.company_id = c.id
    left join product_review_stat rs on rs.product_id = p.id
    left join product_like_count k on k.product_id = p.id
    left join product_type t on t.id = p.type_id and t.deleted_at is null
    left join product_collection n on n.id = p.collection_id and n.deleted_at is null
   where p.id = any(:ids) and p.status = 'published' and p.deleted_at is null
     and (l.id is null or (l.status = 'active' and l.is_visible and c.id is not null))`

export const readGoods = (run: Run, ids: string[]) => run<SourceGoods>(GOODS, { ids })
