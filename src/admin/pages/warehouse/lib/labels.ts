import type { Listing } from "../types"

export const PAPERS = ["58x40", "40x30", "a4"] as const
export type Paper = (typeof PAPERS)[number]
export const MAX_LABELS = 2000
const MAX_COPIES = 500

export type Copies = Record<string, number>

/** One label of each variant, until somebody asks for more. */
export const oneEach = (listings: Listing[]): Copies =>
  Object.fromEntries(listings.flatMap(({ variants }) => variants.map(({ id }) => [id, 1])))

/** As many labels as there are pieces on the shelf. */
export const asStocked = (listings: Listing[]): Copies =>
  Object.fromEntries(
    listings.flatMap(({ variants }) => variants.map(({ id, stocked }) => [id, copiesOf(String(stocked))]))
  )

/** Whole copies from 0 to 500 of what was typed. */
export const copiesOf = (typed: string): number =>
  Math.min(MAX_COPIES, Math.max(0, Math.trunc(Number(typed.replace(/\D/g, "")) || 0)))

export const totalOf = (copies: Copies): number => Object.values(copies).reduce((sum, n) => sum + n, 0)

/** What is sent: variants without a label are left out. */
export const itemsOf = (copies: Copies) =>
  Object.entries(copies)
    .filter(([, n]) => n > 0)
    .map(([variant_id, n]) => ({ variant_id, copies: n }))
