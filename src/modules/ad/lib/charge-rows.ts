import { Context } from "@medusajs/framework/types"
import { assertTransaction, sql } from "../../../lib/sql"
import { TIME_ZONE } from "../../../lib/time"

/** Days that one run charges, at most. */
const MOST = 500

const DAY_END = `((d.day + 1)::timestamp at time zone '${TIME_ZONE}')`

/**
 * Turns what has been counted and not charged into charges: one per ad and day, of whatever has come since the last. The rows
 * of the days are locked, so parallel runs never charge the same twice. A charge of a day that is over belongs to its last moment.
 * @param quietSince days that are not over are left alone while they have a charge that is younger
 * @returns how many charges were made
 */
export async function insertCharges(context: Context, now: Date, quietSince: Date): Promise<number> {
  assertTransaction(context)
  const rows = await sql(
    context,
    `with due as (
       select d.ad_id, d.day, a.company_id, d.spent_tiyin - d.charged_tiyin as amount,
              least(?::timestamptz, ${DAY_END} - interval '1 millisecond') as occurred_at
         from ad_day d join ad a on a.id = d.ad_id and a.company_id is not null
        where d.spent_tiyin > d.charged_tiyin
          and (${DAY_END} <= ?::timestamptz
               or not exists (select 1 from ad_charge c where c.ad_id = d.ad_id and c.day = d.day::text
                                 and c.created_at > ?::timestamptz and c.deleted_at is null))
        order by d.day, d.ad_id limit ${MOST} for update of d skip locked),
     marked as (
       update ad_day d set charged_tiyin = d.charged_tiyin + due.amount from due
        where d.ad_id = due.ad_id and d.day = due.day returning d.ad_id)
     insert into ad_charge (id, ad_id, company_id, day, amount_tiyin, raw_amount_tiyin, occurred_at)
     select 'adch_' || replace(gen_random_uuid()::text, '-', ''), ad_id, company_id, day::text, amount,
            jsonb_build_object('value', amount::text, 'precision', 20), occurred_at
       from due returning id`,
    [now, now, quietSince]
  )
  return rows.length
}

/** Charges that the ledger may not know yet, the oldest first. */
export async function selectUnposted(context: Context, limit: number): Promise<Array<{ id: string }>> {
  return sql(
    context,
    `select id from ad_charge where posted_at is null and deleted_at is null order by occurred_at limit ?`,
    [limit]
  )
}

export async function markPosted(context: Context, id: string): Promise<void> {
  await sql(
    context,
    `update ad_charge set posted_at = now(), updated_at = now() where id = ? and posted_at is null`,
    [id]
  )
}

/**
 * Notes at running ads whose company's balance is used up that this has been told, and takes the note away where there is
 * money again. It does not stop them; who has no money is left out where ads are chosen. Rows are locked in their order, and
 * those that somebody else holds wait for the next run: the counting locks several of them too.
 * @param companies those without money, of all that have running ads
 * @returns companies that have to be told: none of their ads had the note
 */
export async function noteFunds(context: Context, companies: string[]): Promise<string[]> {
  assertTransaction(context)
  const out = JSON.stringify(companies)
  await sql(
    context,
    `update ad set pause_reason = null, updated_at = now()
      where id in (select id from ad
                    where pause_reason = 'funds' and not is_paused and deleted_at is null
                      and company_id not in (select jsonb_array_elements_text(?::jsonb))
                    order by id for update skip locked)`,
    [out]
  )
  const rows = await sql<{ company_id: string }>(
    context,
    `with told as (select distinct company_id from ad
                    where pause_reason = 'funds' and not is_paused and status = 'approved' and deleted_at is null),
     noted as (
       update ad set pause_reason = 'funds', updated_at = now()
        where id in (select id from ad
                      where company_id in (select jsonb_array_elements_text(?::jsonb)) and status = 'approved'
                        and not is_paused and pause_reason is null and (ends_at is null or ends_at > now())
                        and deleted_at is null
                      order by id for update skip locked)
       returning company_id)
     select distinct company_id from noted where company_id not in (select company_id from told)`,
    [out]
  )
  return rows.map(({ company_id }) => company_id)
}
