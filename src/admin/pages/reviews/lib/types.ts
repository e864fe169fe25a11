/** What `/merchant/reviews`, `/merchant/ratings` and `/admin/reviews` answer, as far as the pages read it. */

export const REVIEW_STATES = ["pending", "approved", "reported", "rejected"] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const STARS = [5, 4, 3, 2, 1] as const
export const ASPECTS = ["quality", "match", "delivery"] as const
export type Aspect = (typeof ASPECTS)[number]

/** `is_approved` is told to the operator, who sees photos before others do. */
export type Photo = { id: string; url: string; thumbnail_url: string; is_approved?: boolean }

/** What the author says. */
export type Words = {
  stars: number
  title: string | null
  text: string | null
  pros: string | null
  cons: string | null
  aspects: Record<Aspect, number | null>
  locale: string
}

/** A review as a company's people see it. */
export type Review = Words & {
  id: string
  status: ReviewState
  photos: Photo[]
  author_name: string
  helpful_count: number
  reply: { text: string; at: string } | null
  created_at: string
  edited_at: string | null
  variant_title: string | null
  product: { id: string; title: string } | null
  short_code: string | null
}

export type Summary = {
  average: number
  count: number
  histogram: Partial<Record<string, number>>
  follower_count: number
}

export type Rating = { stars: number; author_name: string; created_at: string; updated_at: string }

/** One page of a list as the server answers it. */
export type Paged<Name extends string, Row> = Record<Name, Row[]> & { count: number }
