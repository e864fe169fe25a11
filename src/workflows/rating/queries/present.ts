import { authorName } from "../../../modules/rating/lib/author-name"
import { ReviewContent } from "../../../modules/rating/lib/content"

/** What lists read of review `r` with its author `u`; `photos` says which of its photos. */
export const reviewColumns = (
  photos: string
) => `r.id, r.stars, r.title, r.text, r.pros, r.cons, r.quality_stars, r.match_stars,
  r.delivery_stars, r.locale, u.first_name, u.last_name, r.helpful_count, r.reply_text, r.reply_at, r.created_at,
  r.variant_title, r.edited_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'url', f.url, 'thumbnail_url', f.thumbnail_url,
      'is_approved', f.is_approved) order by f.created_at, f.id), '[]')
     from review_photo f where f.review_id = r.id and f.deleted_at is null ${photos}) as photos`

export const SHOWN_PHOTOS = "and f.is_approved"
export const AUTHOR = "left join customer u on u.id = r.customer_id and u.deleted_at is null"

type Photo = { id: string; url: string; thumbnail_url: string; is_approved: boolean }

export type ReviewColumns = ReviewContent & {
  id: string
  first_name: string | null
  last_name: string | null
  helpful_count: number
  reply_text: string | null
  reply_at: Date | null
  created_at: Date
  variant_title: string | null
  edited_at: Date | null
  photos: Photo[]
}

/** A review as everybody may read it. */
export function presentReview(row: ReviewColumns) {
  const { quality_stars, match_stars, delivery_stars, first_name, last_name, reply_text, reply_at } = row
  return {
    id: row.id,
    stars: row.stars,
    title: row.title,
    text: row.text,
    pros: row.pros,
    cons: row.cons,
    aspects: { quality: quality_stars, match: match_stars, delivery: delivery_stars },
    photos: row.photos.map(({ id, url, thumbnail_url }) => ({ id, url, thumbnail_url })),
    locale: row.locale,
    author_name: authorName(first_name, last_name),
    helpful_count: row.helpful_count,
    reply: reply_text === null ? null : { text: reply_text, at: reply_at },
    variant_title: row.variant_title,
    created_at: row.created_at,
    edited_at: row.edited_at,
  }
}
export type ReviewView = ReturnType<typeof presentReview>
