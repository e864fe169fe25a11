import { adLink } from "../../../modules/ad/lib/link"
import { AdContent } from "../../../modules/ad/lib/content"
import { readTarget } from "../../../modules/ad/lib/target"
import { drawId } from "./lib/ids"
import { insertRows, updateRows } from "./lib/rows"
import { targetsOf } from "./map"
import { keyOf, Kind, Ready, Row, Saved } from "./types"

type Plan = Ready<"ads">

/** The old system had one place for them. */
const PLACEMENT = "home_banner"

/**
 * Advertisements with the one creative that each had. They cost nothing there and cost nothing here, until their company sets a
 * price, which more days ask for; their pictures lie on the old server, so an edit asks for one of ours. One that ran without an end comes paused.
 */
export const ads: Kind<"ads"> = {
  entity: "ads",
  target_type: "ad",
  grows: ["ad", "ad_creative", "legacy_import_map"],
  print: `select a.id, md5(concat_ws('|', a.company_id, a.name, a.placement, a.status, coalesce(a.reject_reason, '-'), a.is_paused,
                 coalesce(extract(epoch from a.starts_at)::text, '-'), coalesce(extract(epoch from a.ends_at)::text, '-'),
                 a.price_tiyin, a.total_budget_tiyin, a.deleted_at is null,
                 (select string_agg(concat_ws(',', c.revision, c.status, c.content), ';' order by c.revision)
                    from ad_creative c where c.ad_id = a.id and c.deleted_at is null))) as print
            from ad a where a.id = any(?)`,
  lock: `select id from ad where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const companies = await targetsOf(
      trx,
      run.source,
      "companies",
      plans.map(({ value }) => value.company)
    )
    const saved = new Map<string, Saved>()
    const rowsOf = (plan: Plan) => {
      const company_id = companies.get(plan.value.company)
      if (!company_id) {
        throw new Error(`company ${plan.value.company} of the source has not been imported`)
      }
      const id = known.get(keyOf(plan)) ?? drawId("ad")
      const { link, notes } = linkOf(plan)
      saved.set(keyOf(plan), { target_id: id, notes })
      return { ad: { id, company_id, ...factsOf(plan) }, creative: creativeOf(plan, link) }
    }
    const isFresh = (plan: Plan) => !known.has(keyOf(plan))
    const fresh = plans.filter(isFresh).map(rowsOf)
    await insertRows(
      trx,
      "ad",
      fresh.map(({ ad }) => ({ ...ad, ...NEW_AD }))
    )
    await insertRows(
      trx,
      "ad_creative",
      fresh.map(({ ad, creative }) => ({ id: drawId("adc"), ad_id: ad.id, revision: 1, target, ...creative }))
    )
    const again = plans.filter((plan) => !isFresh(plan)).map(rowsOf)
    await updateRows(
      trx,
      "ad",
      again.map(({ ad }) => ad)
    )
    await updateRows(
      trx,
      "ad_creative",
      again.map(({ ad, creative }) => ({ ad_id: ad.id, ...creative })),
      "ad_id"
    )
    return saved
  },
}

/** The old system did not ask for a language. */
const CYRILLIC = /\p{Script=Cyrillic}/u

const target = readTarget(undefined)
const NEW_AD = { kind: "banner", placement: PLACEMENT, target, source: "legacy" }

const isPaused = ({ value }: Plan) => value.status === "paused"
const statusOf = (plan: Plan) => (plan.value.status === "paused" ? ("approved" as const) : plan.value.status)

/** When it was handed in and looked at is not said; it began with that. */
const factsOf = (plan: Plan): Row => {
  const { value } = plan
  return {
    name: value.title,
    status: statusOf(plan),
    reject_reason: value.reject_reason,
    is_paused: isPaused(plan),
    pause_reason: isPaused(plan) ? "needs_end_date" : null,
    starts_at: value.starts_at,
    ends_at: value.ends_at,
    submitted_at: value.starts_at,
    reviewed_at: value.status === "pending" ? null : value.starts_at,
  }
}

const creativeOf = (plan: Plan, link: string | null): Row => {
  const { title, body, image_url, starts_at, status, reject_reason } = plan.value
  const picture = { image_url, image_key: null, width: null, height: null }
  const words = { title, text: body || null, ...picture, link }
  const isRussian = CYRILLIC.test(title)
  const content: AdContent = { uz: isRussian ? null : words, ru: isRussian ? words : null, en: null }
  return {
    status: statusOf(plan),
    content,
    reject_reason,
    submitted_at: starts_at,
    reviewed_at: status === "pending" ? null : starts_at,
  }
}

/** Addresses are read more strictly here than there. */
function linkOf({ value }: Plan): { link: string | null; notes: Saved["notes"] } {
  try {
    return { link: value.link_url && adLink(value.link_url), notes: [] }
  } catch {
    return {
      link: null,
      notes: [{ code: "ad_link_dropped", text: "its address could be mistaken for another" }],
    }
  }
}
