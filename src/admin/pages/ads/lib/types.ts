import type { NotLive } from "../../../../modules/ad/lib/live"
import type { AdTarget } from "../../../../modules/ad/lib/target"
import type { Lang } from "../../../i18n/languages"

/** What `/merchant/ads` and `/admin/ads` answer. Money is in so'm. */

export const AD_STATUSES = ["draft", "pending", "approved", "rejected", "expired"] as const
export type AdStatus = (typeof AD_STATUSES)[number]
export type AdKind = "banner" | "listing"
export type PriceModel = "cpm" | "cpc"
export type Pacing = "even" | "fast"
/** Why an ad is not shown at this moment, the thing that its owner can do least about first. */
export type { NotLive }
export type PauseReason = "owner" | "operator" | "needs_end_date" | "funds"
export type { AdTarget }

/** What an ad says in one language. */
export type Content = {
  title: string | null
  text: string | null
  image_url: string | null
  image_key?: string | null
  width: number | null
  height: number | null
  link: string | null
}
export type Contents = Partial<Record<Lang, Content | null>>

export type AdProduct = { id: string; title: string; thumbnail: string | null }

export type Creative = {
  id: string
  revision: number
  status: "draft" | "pending" | "approved" | "rejected" | "superseded"
  content: Contents
  target: AdTarget
  listing_id: string | null
  product: AdProduct | null
  reject_reason: string | null
  submitted_at: string | null
}

export type Ad = {
  id: string
  /** Absent where the company asks for its own. */
  company?: { id: string; name: string } | null
  company_id?: string | null
  name: string
  kind: AdKind
  placement: string
  listing_id: string | null
  product_id: string | null
  product: AdProduct | null
  status: AdStatus
  reject_reason: string | null
  is_paused: boolean
  pause_reason: PauseReason | null
  /** Shown at this moment, as far as days, money and pauses go. */
  is_live: boolean
  not_live_reason: NotLive | null
  starts_at: string | null
  ends_at: string | null
  price_model: PriceModel
  price: number
  total_budget: number | null
  daily_budget: number | null
  pacing: Pacing
  frequency_cap: number | null
  target: AdTarget
  spent: number
  impressions: number
  clicks: number
  ctr: number | null
  /** The approved one, which is shown. */
  creative: Creative | null
  /** The one that waits to take its place, or is being written. */
  next_creative: Creative | null
  created_at: string
  submitted_at: string | null
  reviewed_at: string | null
}

export type AdPlacement = {
  code: string
  kind: AdKind
  name: Record<Lang, string>
  width: number | null
  height: number | null
  most: number
  positions: number[] | null
  minimum_cpm: number
  minimum_cpc: number
  is_active: boolean
}

export type AdImage = { url: string; key: string; width: number; height: number }

export type ResultDay = { day: string; impressions: number; clicks: number; spent: number; orders: number }
export type AdResults = {
  impressions: number
  clicks: number
  ctr: number | null
  spent: number
  orders: number
  revenue: number
  days: ResultDay[]
}

export type AdsPage = { ads: Ad[]; count: number; offset: number; limit: number }
export type Funds = { available: number; reserved: number }

/** Whose ads: a company's own, or the operator's house ads. The routes are alike. */
export type Side = "/merchant" | "/admin"
