import { AdPlan } from "../plans"
import { Planned } from "../types"
import { imageAddress } from "./images"
import { Notes, planned } from "./notes"
import { cut, idOf, textOf, timeOf } from "./values"

type Row = Record<string, unknown>

const TITLE_LETTERS = 80

/** An advertisement. One that ran without an end comes over paused: nobody said how long it was paid for. */
export function planAd(row: Row, hasCompany: (id: string) => boolean): Planned<AdPlan> {
  const id = textOf(row.id)!
  const company = idOf(row.company_id)
  const notes = new Notes()
  const facts = { table: "advertisements", legacy_id: id, notes }
  if (!company || !hasCompany(company)) {
    notes.add("row_invalid", "Its company does not exist.")
    return planned<AdPlan>("ads", null, facts)
  }
  const body = textOf(row.body) ?? textOf(row.title) ?? ""
  const ends = timeOf(row.ends_at)
  const status = statusOf(row.status, ends, notes)
  const value: AdPlan = {
    company,
    title: cut(textOf(row.title) ?? body, TITLE_LETTERS) || "—",
    body,
    image_url: imageAddress(row.image_url),
    link_url: linkOf(row.link_url, notes),
    status,
    reject_reason: status === "rejected" ? (textOf(row.reject_reason) ?? "—") : null,
    starts_at: timeOf(row.starts_at) ?? timeOf(row.reviewed_at) ?? timeOf(row.submitted_at),
    ends_at: ends,
  }
  return planned("ads", value, facts)
}

function statusOf(typed: unknown, ends: string | null, notes: Notes): AdPlan["status"] {
  const status = textOf(typed)?.toLowerCase() ?? "pending"
  if (status === "approved" && !ends) {
    notes.add("ad_needs_end_date", "It ran without an end and stays paused until it has one.")
    return "paused"
  }
  if (status !== "approved" && status !== "rejected" && status !== "pending") {
    notes.add("unknown_status", `“${textOf(typed)}” is no status that is known.`)
  }
  return status === "approved" || status === "rejected" ? status : "pending"
}

function linkOf(typed: unknown, notes: Notes): string | null {
  const link = textOf(typed)
  if (!link) {
    return null
  }
  const isWeb = /^https?:$/.test(URL.canParse(link) ? new URL(link).protocol : "")
  if (!isWeb) {
    notes.add("ad_link_dropped", `“${cut(link, TITLE_LETTERS)}” is no address of the web.`)
  }
  return isWeb ? link : null
}
