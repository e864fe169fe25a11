import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { CreativeStatus } from "../../../modules/ad/lib/creative-rows"
import { AdContent } from "../../../modules/ad/lib/content"
import { AdStatus } from "../../../modules/ad/lib/lifecycle"
import { AdKind, PlacementCode } from "../../../modules/ad/lib/placements"
import { dayOf } from "../../../modules/ad/lib/serving/day"
import { AdTarget } from "../../../modules/ad/lib/target"

type Product = { id: string; title: string; thumbnail: string | null }

export type CreativeView = {
  id: string
  revision: number
  status: CreativeStatus
  content: AdContent
  target: AdTarget
  listing_id: string | null
  product: Product | null
  reject_reason: string | null
  submitted_at: string | null
  reviewed_at: string | null
}

/** An ad as the database answers it; amounts are decimal text in tiyin. */
export type AdViewRow = {
  id: string
  company_id: string | null
  company: { id: string; name: string; handle: string } | null
  name: string
  kind: AdKind
  placement: PlacementCode
  listing_id: string | null
  product_id: string | null
  product: Product | null
  status: AdStatus
  reject_reason: string | null
  is_paused: boolean
  pause_reason: string | null
  starts_at: Date | null
  ends_at: Date | null
  price_model: "cpm" | "cpc"
  price_tiyin: string
  total_budget_tiyin: string | null
  daily_budget_tiyin: string | null
  pacing: "even" | "fast"
  frequency_cap: number | null
  target: AdTarget
  spent_tiyin: string
  today_tiyin: string
  impressions: string
  clicks: string
  creative: CreativeView | null
  next_creative: CreativeView | null
  may_company_advertise: boolean
  are_goods_shown: boolean
  created_at: Date
  submitted_at: Date | null
  reviewed_at: Date | null
}

/** The date is what counts, whether or not the job has looked. */
const STATUS = `case when a.status = 'approved' and a.ends_at <= now() then 'expired' else a.status end`

const product = (table: string) =>
  `case when ${table}.id is not null then jsonb_build_object('id', ${table}.id, 'title', ${table}.title, 'thumbnail', ${table}.thumbnail) end`

const creative = (table: string, goods: string) => `case when ${table}.id is not null then jsonb_build_object(
    'id', ${table}.id, 'revision', ${table}.revision, 'status', ${table}.status, 'content', ${table}.content,
    'target', ${table}.target, 'listing_id', ${table}.listing_id, 'product', ${product(goods)},
    'reject_reason', ${table}.reject_reason, 'submitted_at', ${table}.submitted_at, 'reviewed_at', ${table}.reviewed_at) end`

const COLUMNS = `a.id, a.company_id, a.name, a.kind, a.placement, a.listing_id, a.product_id, ${STATUS} as status, a.reject_reason,
  a.is_paused, a.pause_reason, a.starts_at, a.ends_at, a.price_model, a.price_tiyin, a.total_budget_tiyin,
  a.daily_budget_tiyin, a.pacing, a.frequency_cap, a.target, a.spent_tiyin, coalesce(d.spent_tiyin, 0) as today_tiyin,
  a.impressions, a.clicks, a.created_at, a.submitted_at, a.reviewed_at,
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'handle', c.handle) end as company,
  a.company_id is null or coalesce(c.status = 'active' and not c.is_private, false) as may_company_advertise,
  a.kind <> 'listing' or coalesce(g.status = 'active' and g.is_visible and p.status = 'published', false) as are_goods_shown,
  ${product("p")} as product, ${creative("l", "lp")} as creative, ${creative("n", "np")} as next_creative`

const FROM = `from ad a
  left join company c on c.id = a.company_id and c.deleted_at is null
  left join ad_creative l on l.ad_id = a.id and l.status = 'approved' and l.deleted_at is null
  left join ad_creative n on n.ad_id = a.id and n.status in ('draft', 'pending', 'rejected') and n.deleted_at is null`

const BESIDE = `left join listing g on g.id = a.listing_id and g.deleted_at is null
  left join product p on p.id = a.product_id and p.deleted_at is null
  left join product lp on lp.id = l.product_id and lp.deleted_at is null
  left join product np on np.id = n.product_id and np.deleted_at is null
  left join ad_day d on d.ad_id = a.id and d.day = ?::date`

export type AdFilter = {
  id?: string
  company_id?: string
  /** Operators: ads that wait, and approved ones of which a change waits. */
  is_waiting?: boolean
  status?: AdStatus
  /** Only the market's own. */
  is_house?: boolean
  /** A part of the ad's name or of the company's. */
  q?: string
}

function conditionOf(filter: AdFilter): { where: string; values: string[] } {
  const parts: Array<[text: string, ...values: string[]]> = [["a.deleted_at is null"]]
  if (filter.id !== undefined) {
    parts.push(["a.id = ?", filter.id])
  }
  if (filter.company_id !== undefined) {
    parts.push(["a.company_id = ?", filter.company_id])
  }
  if (filter.is_house) {
    parts.push(["a.company_id is null"])
  }
  if (filter.is_waiting) {
    parts.push([`n.status = 'pending' and ${STATUS} in ('pending', 'approved')`])
  }
  if (filter.status !== undefined) {
    parts.push([`${STATUS} = ?`, filter.status])
  }
  if (filter.q !== undefined) {
    parts.push(["(a.name ilike ? or c.name ilike ?)", likePattern(filter.q), likePattern(filter.q)])
  }
  return {
    where: parts.map(([text]) => text).join(" and "),
    values: parts.flatMap(([, ...values]) => values),
  }
}

type Page = { limit: number; offset: number }

/** A page of ads, the last made first; what waits for the operator the other way round, by when it was handed in. */
export async function selectAds(
  container: MedusaContainer,
  filter: AdFilter,
  { limit, offset }: Page
): Promise<{ rows: AdViewRow[]; count: number }> {
  const { where, values } = conditionOf(filter)
  const order = filter.is_waiting ? "n.submitted_at, a.id" : "a.created_at desc, a.id desc"
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: AdViewRow[] }>(
    `select ${COLUMNS} ${FROM} ${BESIDE} where ${where} order by ${order} limit ? offset ?`,
    [dayOf(Date.now()), ...values, limit, offset]
  )
  const { rows: counted } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count ${FROM} where ${where}`,
    values
  )
  return { rows, count: counted[0].count }
}

/** @throws {MedusaError} 404, also for another company's */
export async function selectAd(
  container: MedusaContainer,
  filter: AdFilter & { id: string }
): Promise<AdViewRow> {
  const { where, values } = conditionOf(filter)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: AdViewRow[] }>(`select ${COLUMNS} ${FROM} ${BESIDE} where ${where}`, [
      dayOf(Date.now()),
      ...values,
    ])
  if (!rows[0]) {
    throw notFound("Ad", filter.id)
  }
  return rows[0]
}
