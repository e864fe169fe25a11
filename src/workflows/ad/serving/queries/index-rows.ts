import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Knex = { raw: <Result>(sql: string, values: unknown[]) => Promise<Result> }
export type AdDatabase = Knex

/** The connection outlives the request that it is asked for. */
export const databaseOf = (container: MedusaContainer): AdDatabase =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex

type Text = {
  title: string | null
  text: string | null
  image_url: string | null
  width: number | null
  height: number | null
  link: string | null
} | null

/** An ad that may be shown. Amounts arrive as decimal text. */
export type AdIndexRow = {
  id: string
  company_id: string | null
  company_name: string | null
  company_handle: string | null
  kind: "banner" | "listing"
  placement: string
  price_model: "cpm" | "cpc"
  price_tiyin: string
  total_budget_tiyin: string | null
  daily_budget_tiyin: string | null
  pacing: "even" | "fast"
  frequency_cap: number | null
  starts_at: Date | null
  ends_at: Date | null
  impressions: string
  clicks: string
  spent_tiyin: string
  today_tiyin: string
  target: unknown
  content: Partial<Record<"uz" | "ru" | "en", Text>> | null
  product: {
    id: string
    listing_id: string
    handle: string
    names: { uz: string; ru: string | null; en: string | null }
    thumbnail: string | null
    price: number
    channel_ids: string[] | null
  } | null
  /** Ledger balance without what has not been posted yet; null for a house ad. */
  funds_tiyin: string | null
  people: Array<{ user_id: string | null; customer_id: string | null }> | null
  phones: string[] | null
}

/** Ads that start this soon are in the index already. */
const AHEAD = "interval '10 minutes'"

/** Goods in a list: the company's cheapest variant that is in stock, of a listing that shoppers see. */
const PRODUCT = `select jsonb_build_object('id', p.id, 'listing_id', l.id, 'handle', p.handle, 'thumbnail', p.thumbnail,
              'names', jsonb_build_object('uz', l.name_uz, 'ru', l.name_ru, 'en', l.name_en), 'price', min(v.price),
              'channel_ids', (select jsonb_agg(s.sales_channel_id) from product_sales_channel s
                               where s.product_id = p.id and s.deleted_at is null))
         from listing l
         join product p on p.id = l.product_id and p.status = 'published' and p.deleted_at is null
         join listing_variant v on v.listing_id = l.id and v.is_live and v.deleted_at is null
         join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
          and il.location_id = c.stock_location_id and il.stocked_quantity > il.reserved_quantity
        where l.id = cr.listing_id and l.company_id = a.company_id and l.status = 'active' and l.is_visible
          and l.deleted_at is null
        group by p.id, l.id`

/** What a company's balance can still pay: the ledger's word, without charges and costs that it has not heard of. */
const FUNDS = `select w.company_id,
            coalesce((select -sum(e.amount_tiyin) from ledger_entry e
                       where e.company_id = w.company_id and e.currency_code = 'uzs'), 0)
          - coalesce((select sum(g.amount_tiyin) from ad_charge g
                       where g.company_id = w.company_id and g.posted_at is null and g.deleted_at is null), 0)
          - coalesce((select sum(d.spent_tiyin - d.charged_tiyin) from ad_day d join ad o on o.id = d.ad_id
                       where o.company_id = w.company_id and d.spent_tiyin > d.charged_tiyin), 0) as tiyin
       from who w`

/** Whoever works for a company: its people, customers with their e-mail address, and the company's phones. */
const PEOPLE = `select w.company_id,
            (select jsonb_agg(jsonb_build_object('user_id', m.user_id, 'customer_id', s.id))
               from company_member m left join customer s on s.email in (m.email, lower(m.email))
                and s.deleted_at is null
              where m.company_id = w.company_id and m.status = 'active' and m.deleted_at is null) as people,
            (select array_agg(o.phone) from company o where o.id = w.company_id) as phones
       from who w`

/**
 * Everything that may be shown soon, with what it has cost and whom it is not for. One statement. Ads of companies without
 * money are among it: what was shown while there was some may still be reported.
 */
export async function readIndexRows(database: AdDatabase, day: string): Promise<AdIndexRow[]> {
  const { rows } = await database.raw<{ rows: AdIndexRow[] }>(
    `with live as materialized (
       select a.id, a.company_id, c.name as company_name, c.handle as company_handle, a.kind, a.placement,
              a.price_model, a.price_tiyin, a.total_budget_tiyin, a.daily_budget_tiyin, a.pacing, a.frequency_cap,
              a.starts_at, a.ends_at, a.impressions, a.clicks, a.spent_tiyin,
              coalesce(d.spent_tiyin, 0) as today_tiyin, cr.target, cr.content,
              case when a.kind = 'listing' then (${PRODUCT}) end as product
         from ad a
         join ad_creative cr on cr.ad_id = a.id and cr.status = 'approved' and cr.deleted_at is null
         left join company c on c.id = a.company_id and c.deleted_at is null
         left join ad_day d on d.ad_id = a.id and d.day = ?::date
        where a.status = 'approved' and not a.is_paused and a.deleted_at is null
          and (a.ends_at is null or a.ends_at > now())
          and (a.starts_at is null or a.starts_at < now() + ${AHEAD})
          and (a.company_id is null or (c.status = 'active' and not c.is_private))
          and (a.total_budget_tiyin is null or a.spent_tiyin < a.total_budget_tiyin)
     ), who as materialized (select distinct company_id from live where company_id is not null),
     funds as (${FUNDS}), staff as (${PEOPLE})
     select live.*, funds.tiyin as funds_tiyin, staff.people, staff.phones
       from live left join funds on funds.company_id = live.company_id
       left join staff on staff.company_id = live.company_id
      where live.kind = 'banner' or live.product is not null
      order by live.id`,
    [day]
  )
  return rows
}

/** What operators have changed about the places for ads. */
export async function readPlacementRows<Row>(database: AdDatabase): Promise<Row[]> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `select code, is_active, width, height, most, positions, minimum_cpm_tiyin, minimum_cpc_tiyin
       from ad_placement where deleted_at is null`,
    []
  )
  return rows
}
