import { unlessBulkWrite } from "../../../lib/bulk-write"

/**
 * Medusa knows whether goods have been sent, have arrived, or an order was cancelled; `company_order` keeps the same facts in
 * its own row, so that its `status` can be indexed. Triggers on Medusa's three tables carry them over in the transaction
 * that changes them, whoever changes them: our routes, Medusa's own, or a hand in the database. They cannot stand in a
 * migration, because Medusa makes the table between orders and fulfilments after all migrations have run. A bulk write
 * (`lib/bulk-write.ts`) gives new orders these facts itself.
 */

/** What Medusa's tables say of the orders that `condition` (of `o`, "order") chooses. */
const FACTS = (condition: string) => `
  select o.id as order_id,
         case when o.status = 'canceled' then coalesce(o.canceled_at, o.updated_at) end as order_canceled_at,
         min(coalesce(f.shipped_at, f.packed_at, f.created_at)) as shipped_at,
         case when bool_and(f.delivered_at is not null) filter (where f.id is not null) then max(f.delivered_at) end as delivered_at
    from "order" o
    left join order_fulfillment l on l.order_id = o.id and l.deleted_at is null
    left join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null
   where ${condition}
   group by o.id`

/**
 * Brings the rows up to Medusa's facts where they differ; touches no others. The unique index on `order_id` is of living rows
 * only: without saying so, every change of an order would read the whole table.
 */
const FOLLOW = (condition: string) => `
  update company_order c
     set order_canceled_at = m.order_canceled_at, shipped_at = m.shipped_at, delivered_at = m.delivered_at, updated_at = now()
    from (${FACTS(condition)}) m
   where c.order_id = m.order_id and c.deleted_at is null and (c.order_canceled_at, c.shipped_at, c.delivered_at)
         is distinct from (m.order_canceled_at, m.shipped_at, m.delivered_at)`

/** The rows that have come apart from Medusa, brought up again; the triggers leave it nothing to do. */
export const FOLLOW_ALL = `${FOLLOW("exists (select 1 from company_order x where x.order_id = o.id)")} returning c.id`

const FUNCTIONS = `
  create or replace function bozor_follow_order() returns trigger language plpgsql as $$
  begin ${FOLLOW("o.id = new.id")}; return null; end $$;
  create or replace function bozor_follow_order_fulfillment() returns trigger language plpgsql as $$
  begin ${unlessBulkWrite(FOLLOW("o.id = new.order_id"))}; return null; end $$;
  create or replace function bozor_follow_company_order() returns trigger language plpgsql as $$
  begin ${unlessBulkWrite(FOLLOW("o.id = new.order_id"))}; return null; end $$;
  create or replace function bozor_follow_fulfillment() returns trigger language plpgsql as $$
  begin ${FOLLOW("o.id in (select order_id from order_fulfillment where fulfillment_id = new.id)")}; return null; end $$`

/** Trigger, its table, and what it is for. */
const TRIGGERS = [
  ["bozor_follow_order", "order", "after update of status", "when (old.status is distinct from new.status)"],
  ["bozor_follow_order_fulfillment", "order_fulfillment", "after insert or update", ""],
  // An order may be written after its fulfilment: a cash desk hands over first.
  ["bozor_follow_company_order", "company_order", "after insert", ""],
  [
    "bozor_follow_fulfillment",
    "fulfillment",
    "after update of shipped_at, delivered_at, canceled_at, deleted_at",
    "",
  ],
] as const

type Run = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

/**
 * Makes the triggers that are missing, and then brings all rows up once. Run in a transaction by every process that starts:
 * the advisory lock lets one of them through. Does nothing before Medusa's tables are there.
 * @returns names of the triggers that were made
 */
export async function installFollowers(run: Run): Promise<string[]> {
  await run(`select pg_advisory_xact_lock(hashtext('bozor_follow_medusa'))`)
  const [{ ready }] = await run<{ ready: boolean }>(
    `select to_regclass('"order"') is not null and to_regclass('order_fulfillment') is not null
            and to_regclass('fulfillment') is not null as ready`
  )
  if (!ready) {
    return []
  }
  await run(FUNCTIONS)
  const there = await run<{ tgname: string }>(
    `select t.tgname from pg_trigger t where t.tgname like 'bozor_follow_%' and t.tgrelid in
            (to_regclass('"order"'), to_regclass('order_fulfillment'), to_regclass('fulfillment'), to_regclass('company_order'))`
  )
  const missing = TRIGGERS.filter(([name]) => !there.some(({ tgname }) => tgname === name))
  for (const [name, table, when, condition] of missing) {
    await run(
      `create trigger ${name} ${when} on "${table}" for each row ${condition} execute function ${name}()`
    )
  }
  if (missing.length > 0) {
    await run(FOLLOW_ALL)
  }
  return missing.map(([name]) => name)
}
