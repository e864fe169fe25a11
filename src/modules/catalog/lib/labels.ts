import { Label } from "./types"

/** Days for which goods are called new. */
export const NEW_DAYS = 14
const DAY_MS = 86_400_000

/** Average from which, and number of ratings from which, goods or a company are called top rated. */
export const TOP = { average: 4.5, goods: 5, companies: 20 } as const

/** Sold pieces from which goods are called a bestseller. */
export const BESTSELLER = 50

const LABELS = {
  new: { uz: "Yangi", ru: "Новинка", en: "New" },
  top_rated: { uz: "Yuqori baholangan", ru: "Высокая оценка", en: "Top rated" },
  bestseller: { uz: "Ko‘p sotilgan", ru: "Хит продаж", en: "Bestseller" },
  trusted: { uz: "Ishonchli sotuvchi", ru: "Надёжный продавец", en: "Trusted seller" },
} as const

const label = (code: keyof typeof LABELS): Label => ({ code, text: LABELS[code] })

type Labelled = {
  created_at: Date
  rating_average: number | null
  rating_count: number
  sold_count: number
}

/** The marks that goods wear at a moment. */
export function labelsOf(goods: Labelled, now: Date): Label[] {
  const isTop = (goods.rating_average ?? 0) >= TOP.average && goods.rating_count >= TOP.goods
  return [
    ...(newUntil(goods.created_at) > now ? [label("new")] : []),
    ...(isTop ? [label("top_rated")] : []),
    ...(goods.sold_count >= BESTSELLER ? [label("bestseller")] : []),
  ]
}

/** When goods stop being new: their document has to be made anew then. */
export const newUntil = (createdAt: Date) => new Date(createdAt.getTime() + NEW_DAYS * DAY_MS)

/** The mark of a company that many buyers have rated well. */
export function badgeOf(company: { average: number | null; count: number }): Label | null {
  return (company.average ?? 0) >= TOP.average && company.count >= TOP.companies ? label("trusted") : null
}
