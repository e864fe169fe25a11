import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"
import { Shown } from "./revision"

export type CreativeStatus = "draft" | "pending" | "approved" | "rejected" | "superseded"
export type CreativeRow = Shown & { id: string; revision: number; status: CreativeStatus }

/** The creative that is shown, and the one that would follow it; at most one of each, which unique indexes see to. */
export type Creatives = { live: CreativeRow | null; next: CreativeRow | null }

/** Both creatives of an ad whose row is locked. */
export async function selectCreatives(context: Context, adId: string): Promise<Creatives> {
  const rows = await sql<CreativeRow>(
    context,
    `select id, revision, status, content, target, listing_id, product_id from ad_creative
      where ad_id = ? and status <> 'superseded' and deleted_at is null`,
    [adId]
  )
  return {
    live: rows.find(({ status }) => status === "approved") ?? null,
    next: rows.find(({ status }) => status !== "approved") ?? null,
  }
}

const SHOWN = `jsonb_to_record(?::jsonb) as x (content jsonb, target jsonb, listing_id text, product_id text)`

const shownOf = ({ content, target, listing_id, product_id }: Shown) =>
  JSON.stringify({ content, target, listing_id, product_id })

/** A creative after all that the ad has had; numbers are never used again. */
export async function insertCreative(
  context: Context,
  adId: string,
  shown: Shown,
  status: CreativeStatus
): Promise<void> {
  await sql(
    context,
    `insert into ad_creative (id, ad_id, revision, status, content, target, listing_id, product_id, submitted_at)
     select ?, ?, coalesce((select max(revision) from ad_creative where ad_id = ?), 0) + 1, ?, x.content, x.target,
            x.listing_id, x.product_id, case when ? <> 'draft' then now() end
       from ${SHOWN}`,
    [generateEntityId(undefined, "adc"), adId, adId, status, status, shownOf(shown)]
  )
}

/**
 * Writes another content into the creative that comes next. Once it has been submitted it takes a new number, so that nobody
 * decides on what they have not read, and goes to the end of the queue.
 */
export async function rewriteCreative(
  context: Context,
  creative: { id: string },
  shown: Shown,
  status: "draft" | "pending" | "rejected"
): Promise<void> {
  await sql(
    context,
    `update ad_creative c
        set revision = case c.status when 'draft' then c.revision
                         else (select max(revision) from ad_creative o where o.ad_id = c.ad_id) + 1 end,
            status = ?,
            content = x.content, target = x.target, listing_id = x.listing_id, product_id = x.product_id,
            reject_reason = case when ? = 'rejected' then c.reject_reason end, updated_at = now(),
            submitted_at = case when ? = 'pending' then now() else c.submitted_at end
       from ${SHOWN} where c.id = ?`,
    [status, status, status, shownOf(shown), creative.id]
  )
}

/** Moves a creative on. `superseded` and `approved` in this order, or the index of what is live refuses. */
export async function moveCreative(
  context: Context,
  creative: { id: string },
  to: { status: CreativeStatus; reason?: string | null; reviewed_by?: string | null }
): Promise<void> {
  await sql(
    context,
    `update ad_creative c
        set status = ?, reject_reason = ?, updated_at = now(),
            submitted_at = case when ? = 'pending' then now() else c.submitted_at end,
            reviewed_at = case when ? in ('approved', 'rejected') then now() else c.reviewed_at end,
            reviewed_by = case when ? in ('approved', 'rejected') then ? else c.reviewed_by end
      where c.id = ?`,
    [to.status, to.reason ?? null, to.status, to.status, to.status, to.reviewed_by ?? null, creative.id]
  )
}

/** Takes away a creative that nobody has shown. */
export async function dropCreative(context: Context, creative: { id: string }): Promise<void> {
  await sql(context, `update ad_creative set deleted_at = now(), updated_at = now() where id = ?`, [
    creative.id,
  ])
}
