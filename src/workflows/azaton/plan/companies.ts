import { CompanyPlan } from "../plans"
import { Planned } from "../types"
import { Notes, planned } from "./notes"
import { legacyPhone } from "./phone"
import { decimalOf, idOf, textOf, timeOf, wholeOf } from "./values"

export type RawCompany = Record<string, unknown>

export type CompanyContext = {
  /** Which company, the oldest one, has an owner's telephone. */
  ownerOf: (phone: string) => string
  /** Which company, the oldest one, has a code. */
  holderOf: (code: string) => string
  /** Whether it has goods, orders or sales. */
  isUsed: (id: string) => boolean
  /** What the votes say: average with two decimals and their number. */
  rating: (id: string) => { average: string; count: number }
}

/** The code that customers type, as it is kept: upper case, 5 to 12 letters and digits. Null: none. */
export function companyCode(typed: unknown): string | null {
  const code = textOf(typed)?.toUpperCase() ?? ""
  return /^[A-Z0-9]{5,12}$/.test(code) ? code : null
}

/** The migration of the old system made company 1; it is nobody's where it was never used. */
const DEFAULT_COMPANY = "1"

/** A company as it is brought over; never asks for its password or its key. */
export function planCompany(row: RawCompany, context: CompanyContext): Planned<CompanyPlan> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "companies", legacy_id: id, notes }
  const isUsed = context.isUsed(id)
  if (id === DEFAULT_COMPANY && !isUsed) {
    notes.add(
      "company_default_empty",
      "The company that the old system made by itself; nothing was ever put into it."
    )
    return planned<CompanyPlan>("companies", null, facts)
  }
  const value: CompanyPlan = {
    name: textOf(row.name) ?? `Azaton ${id}`,
    ...ownerOf(id, row, context, notes),
    is_private: row.is_private === true,
    code: codeOf(id, row, context, notes),
    owner: { first_name: textOf(row.first_name), last_name: textOf(row.last_name) },
    needs_review: !isUsed,
    created_at: timeOf(row.created_at),
  }
  noteRating(id, row, context, notes)
  return planned("companies", value, facts)
}

function ownerOf(id: string, row: RawCompany, context: CompanyContext, notes: Notes) {
  const phone = legacyPhone(row.phone)
  if (!phone) {
    notes.add("invalid_phone", "The owner's telephone is none.")
    return { phone, invites_owner: true }
  }
  const holder = context.ownerOf(phone)
  if (holder !== id) {
    notes.add(
      "owner_phone_taken",
      `Company ${holder} has the owner's telephone already; an operator decides.`
    )
  }
  return { phone, invites_owner: holder === id }
}

function codeOf(id: string, row: RawCompany, context: CompanyContext, notes: Notes): string | null {
  const code = companyCode(row.company_id)
  const kept = code && context.holderOf(code) === id ? code : null
  if (!kept && row.is_private === true) {
    notes.add("company_code_generated", "A private company without a usable code gets a new one.")
  }
  return kept
}

function noteRating(id: string, row: RawCompany, context: CompanyContext, notes: Notes): void {
  const { average, count } = context.rating(id)
  const cached = { average: decimalOf(row.rating) ?? "0", count: wholeOf(row.rating_count) ?? 0 }
  if (decimalOf(average) !== cached.average || count !== cached.count) {
    notes.add(
      "rating_cache_differs",
      `Kept as ${cached.average} of ${cached.count} votes; the votes say ${average} of ${count}.`
    )
  }
}
