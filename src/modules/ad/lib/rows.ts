import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { assertTransaction, sql } from "../../../lib/sql"
import { AdDates } from "./dates"
import { AdStatus } from "./lifecycle"
import { AdMoney } from "./money"
import { AdKind, PlacementCode } from "./placements"
import { AdTarget } from "./target"

/** Whose ad it has to be: a company's own (`company_id`), anybody's as operators see them, or the market's own. */
export type Owner = { company_id: string } | "anybody" | "market"

export type AdRow = AdMoney &
  AdDates & {
    id: string
    company_id: string | null
    name: string
    kind: AdKind
    placement: PlacementCode
    listing_id: string | null
    product_id: string | null
    status: AdStatus
    reject_reason: string | null
    is_paused: boolean
    pause_reason: string | null
    pacing: "even" | "fast"
    frequency_cap: number | null
    target: AdTarget
    submitted_at: Date | null
    reviewed_at: Date | null
    reviewed_by: string | null
    spent_tiyin: number
  }

const AMOUNTS = ["price_tiyin", "total_budget_tiyin", "daily_budget_tiyin"] as const
const COLUMNS = [
  "name",
  "kind",
  "placement",
  "listing_id",
  "product_id",
  "status",
  "reject_reason",
  "is_paused",
  "pause_reason",
  "starts_at",
  "ends_at",
  "price_model",
  "pacing",
  "frequency_cap",
  "target",
  "submitted_at",
  "reviewed_at",
  "reviewed_by",
] as const

const RECORD = `jsonb_to_record(?::jsonb) as x (id text, company_id text, created_by text, name text, kind text,
  placement text, listing_id text, product_id text, status text, reject_reason text, is_paused boolean, pause_reason text,
  starts_at timestamptz, ends_at timestamptz, price_model text, pacing text, frequency_cap integer, target jsonb,
  submitted_at timestamptz, reviewed_at timestamptz, reviewed_by text, price_tiyin numeric, total_budget_tiyin numeric,
  daily_budget_tiyin numeric)`

/** Medusa keeps every amount twice. */
const raw = (column: string) =>
  `case when x.${column} is not null then jsonb_build_object('value', x.${column}::text, 'precision', 20) end`

/** Condition and value for an owner, over `ad a`. */
export function ownedBy(owner: Owner): { where: string; values: string[] } {
  if (typeof owner === "object") {
    return { where: "a.company_id = ?", values: [owner.company_id] }
  }
  return { where: owner === "market" ? "a.company_id is null" : "true", values: [] }
}

/** Makes whoever adds ads to a company wait for its turn, until the end of the transaction. */
export async function lockCompanyAds(context: Context, companyId: string): Promise<void> {
  assertTransaction(context)
  await sql(context, `select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`ad:${companyId}`])
}

/** Ads of a company that have not ended. */
export async function countOpenAds(context: Context, companyId: string): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    context,
    `select count(*)::int as count from ad where company_id = ? and status <> 'expired' and deleted_at is null`,
    [companyId]
  )
  return count
}

/**
 * An ad, locked until the end of the transaction: decisions, changes and the counting of what it costs take turns.
 * @throws {MedusaError} 404
 */
export async function lockAd(context: Context, owner: Owner, id: string): Promise<AdRow> {
  assertTransaction(context)
  const { where, values } = ownedBy(owner)
  const [row] = await sql<AdRow>(
    context,
    `select a.id, a.company_id, ${COLUMNS.map((name) => `a.${name}`).join(", ")}, a.spent_tiyin,
            ${AMOUNTS.map((name) => `a.${name}`).join(", ")}
       from ad a where a.id = ? and ${where} and a.deleted_at is null for update`,
    [id, ...values]
  )
  if (!row) {
    throw notFound("Ad", id)
  }
  const amount = (value: unknown) => (value === null ? null : Number(value))
  return {
    ...row,
    price_tiyin: Number(row.price_tiyin),
    total_budget_tiyin: amount(row.total_budget_tiyin),
    daily_budget_tiyin: amount(row.daily_budget_tiyin),
    spent_tiyin: Number(row.spent_tiyin),
  }
}

/** What an ad has spent on a day of Tashkent, in tiyin. */
export async function selectSpentOn(context: Context, id: string, day: string): Promise<number> {
  const [row] = await sql<{ spent: string }>(
    context,
    `select spent_tiyin as spent from ad_day where ad_id = ? and day = ?::date`,
    [id, day]
  )
  return Number(row?.spent ?? 0)
}

export type NewAd = Omit<AdRow, "id" | "spent_tiyin"> & { created_by: string | null }

export async function insertAd(context: Context, ad: NewAd): Promise<string> {
  const id = generateEntityId(undefined, "ad")
  const columns = ["id", "company_id", "created_by", ...COLUMNS, ...AMOUNTS]
  await sql(
    context,
    `insert into ad (${columns.join(", ")}, ${AMOUNTS.map((name) => `raw_${name}`).join(", ")})
     select ${columns.map((name) => `x.${name}`).join(", ")}, ${AMOUNTS.map(raw).join(", ")} from ${RECORD}`,
    [JSON.stringify({ ...ad, id })]
  )
  return id
}

/** Writes what an ad is now, but for what it has cost, which is counted elsewhere. */
export async function updateAd(context: Context, ad: AdRow): Promise<void> {
  const sets = [
    ...[...COLUMNS, ...AMOUNTS].map((name) => `${name} = x.${name}`),
    ...AMOUNTS.map((name) => `raw_${name} = ${raw(name)}`),
  ]
  await sql(
    context,
    `update ad a set ${sets.join(", ")}, updated_at = now(),
            expired_at = case when x.status = 'expired' then coalesce(a.expired_at, now()) end
       from ${RECORD} where a.id = x.id`,
    [JSON.stringify(ad)]
  )
}

/** Deletes an ad with its creatives. */
export async function deleteAd(context: Context, id: string): Promise<void> {
  await sql(context, `update ad_creative set deleted_at = now(), updated_at = now() where ad_id = ?`, [id])
  await sql(context, `update ad set deleted_at = now(), updated_at = now() where id = ?`, [id])
}
