import { RatingPlan } from "../plans"
import { Planned } from "../types"
import { Notes, planned } from "./notes"
import { idOf, textOf, timeOf, wholeOf } from "./values"

type Row = Record<string, unknown>

export type RatingContext = {
  hasCompany: (id: string) => boolean
  customer: string | null
  /** The vote of the same customer for the same company that counts instead. */
  beatenBy: (id: string) => string | null
}

/** A vote of a customer for a company; of several spellings of one telephone the newest vote counts. */
export function planRating(row: Row, { hasCompany, customer, beatenBy }: RatingContext): Planned<RatingPlan> {
  const id = idOf(row.id)!
  const company = idOf(row.company_id)
  const rating = wholeOf(row.rating)
  const notes = new Notes()
  const facts = { table: "company_ratings", legacy_id: id, notes }
  if (!customer) {
    notes.add("rating_without_customer", `“${textOf(row.customer_id) ?? ""}” is no customer's telephone.`)
    return planned<RatingPlan>("ratings", null, facts)
  }
  if (!company || !hasCompany(company) || rating === null || rating < 1 || rating > 5) {
    notes.add("row_invalid", "It is no vote of 1 to 5 for a company.")
    return planned<RatingPlan>("ratings", null, facts)
  }
  const kept = beatenBy(id)
  if (kept) {
    notes.add("rating_merged", `Vote ${kept} of the same customer counts.`)
    return planned<RatingPlan>("ratings", null, { ...facts, merged_into: kept })
  }
  return planned("ratings", { company, customer, rating, created_at: timeOf(row.created_at) }, facts)
}

/** Whether the first of two votes is newer (ties: the higher number). */
export function isNewer(a: { id: string; at: string | null }, b: { id: string; at: string | null }): boolean {
  const [x, y] = [a.at ?? "", b.at ?? ""]
  return x !== y ? x > y : Number(a.id) > Number(b.id)
}
