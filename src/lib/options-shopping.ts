import { z } from "@medusajs/framework/zod"

/** Options of what shoppers do between purchases; parts of `BozorOptions`. */

export const reviews = z.object({
  /** Days after delivery in which a buyer may rate the company and review the goods; 0 for no end. */
  window_days: z.number().int().min(0).default(180),
  /** Whether a review is read by the operator before others see it. */
  moderated: z.boolean().default(true),
  /** Ratings that the market's average counts as when goods or companies are ranked (Bayesian mean). */
  prior_weight: z.number().min(0).default(10),
})

export const ads = z.object({
  /** Seconds between two writes of counted impressions and clicks: what a crash may lose. */
  flush_seconds: z.number().min(1).max(60).default(5),
  /** Seconds after which the ads in memory are read anew, whether or not an event said so. */
  refresh_seconds: z.number().min(1).max(300).default(10),
  /** Days after a click in which an order counts as brought by it. */
  attribution_days: z.number().int().min(1).max(90).default(7),
})

export const joining = z.object({
  /** Tries to enter a private company in `window_minutes`, per customer's account and telephone. */
  tries: z.number().int().min(1).default(10),
  /** The same per address: more, because a mobile operator's customers share few addresses. */
  address_tries: z.number().int().min(1).default(60),
  window_minutes: z.number().min(1).default(15),
})

export const catalog = z.object({
  /** Milliseconds for which a page is answered from memory without asking whether goods have changed. */
  fresh_ms: z.number().int().min(0).default(1_000),
  /** Bytes of ready pages that a process keeps in memory. */
  page_bytes: z
    .number()
    .int()
    .min(0)
    .default(64 * 1024 * 1024),
  /** Whether ready pages are answered before Medusa's own pipeline sees the request (docs/decisions/0020). */
  front_door: z.boolean().default(true),
})

export const search = z.object({
  /** Days for which the log of searches keeps who searched; sums without people stay. */
  log_days: z.number().int().min(1).default(90),
  /** Another engine than PostgreSQL. */
  meilisearch: z.object({ host: z.string().min(1), api_key: z.string().min(1).optional() }).optional(),
})
