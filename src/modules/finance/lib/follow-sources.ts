import { unlessBulkWrite } from "../../../lib/bulk-write"
import { TIME_ZONE } from "../../../lib/time"

/**
 * Whatever changes a company's sales, refunds or ledger leaves a mark on the day concerned, in the same transaction, whoever
 * changes it: a checkout, a cash desk, an import, or a hand in the database. The triggers stand on other modules' tables, so
 * they cannot be in a migration of this one: module migrations have no order.
 */

const DAY = (at: string) => `to_char(${at} at time zone '${TIME_ZONE}', 'YYYY-MM-DD')`

/** Marks the days of the moments that `rows` (company_id, at) gives. */
const MARK = (rows: string) => `
  insert into finance_mark (id, company_id, day)
  select 'fmark_' || gen_random_uuid(), company_id, day
    from (select distinct company_id, ${DAY("at")} as day from (${rows}) moved where at is not null) days`

/** Everything that an order (of table or record `o`) is counted on: its payment, its cancellation and its refunds. */
const MOMENTS = (from: string) => `
  select o.company_id, moment.at from ${from}
   cross join lateral (select o.paid_at as at union all select coalesce(o.canceled_at, o.order_canceled_at)
     union all select r.succeeded_at from company_refund r where r.company_order_id = o.id) moment
   where o.paid_at is not null`

const SAID = {
  refund: (row: string) => `
    select ${row}.company_id, ${row}.succeeded_at as at union all
    select o.company_id, coalesce(o.canceled_at, o.order_canceled_at) from company_order o where o.id = ${row}.company_order_id`,
  entries: (from: string) => `
    select e.company_id, t.occurred_at as at from ${from} e join ledger_transaction t on t.id = e.transaction_id
      join ledger_account a on a.id = e.account_id
     where e.company_id is not null and a.kind in ('commission', 'ad_spend')`,
  sale: `select o.company_id, o.paid_at as at from company_order o where o.order_id = new.order_id`,
  returned: `select r.company_id, r.succeeded_at as at from company_refund r where r.id = new.refund_id`,
}

/** Days of everything there is; for the first start on a database that has been in use. */
const MARK_ALL = [MARK(MOMENTS("company_order o")), MARK(SAID.entries("ledger_entry"))]

const body = (name: string, statements: string[]) => `
  create or replace function ${name}() returns trigger language plpgsql as $$
  begin ${statements.join("; ")}; return null; end $$`

/** `old` and `new` as rows to select from. */
const both = (mark: (row: "old" | "new") => string) => [
  `if tg_op <> 'INSERT' then ${mark("old")}; end if`,
  `if tg_op <> 'DELETE' then ${mark("new")}; end if`,
]
const OWN = ["id", "company_id", "paid_at", "canceled_at", "order_canceled_at"]
const lineOrder = (row: "old" | "new") =>
  MARK(MOMENTS(`company_order o`) + ` and o.id = ${row}.company_order_id`)

const FUNCTIONS = [
  body("bozor_mark_orders", [MARK(MOMENTS("fresh o"))]),
  body(
    "bozor_mark_order",
    both((row) => MARK(MOMENTS(`(select ${OWN.map((column) => `${row}.${column}`).join(", ")}) o`)))
  ),
  // A bulk write's lines come with their orders, which are marked.
  body("bozor_mark_lines", [
    unlessBulkWrite(MARK(MOMENTS("company_order o") + " and o.id in (select company_order_id from fresh)")),
  ]),
  body("bozor_mark_line", both(lineOrder)),
  body(
    "bozor_mark_refund",
    both((row) => MARK(SAID.refund(row)))
  ),
  body("bozor_mark_entries", [MARK(SAID.entries("fresh"))]),
  body("bozor_mark_sale", [MARK(SAID.sale)]),
  body("bozor_mark_return", [MARK(SAID.returned)]),
]

const COUNTED = [
  "company_id",
  "currency_code",
  "total",
  "shipping_paid",
  "discount_total",
  "paid_at",
  "paid_provider_id",
  "channel",
  "buyer",
  "canceled_at",
  "order_canceled_at",
  "deleted_at",
]
const rowOf = (name: string) => `(${COUNTED.map((column) => `${name}.${column}`).join(", ")})`

/** Inserts come in bulk, and are marked once a statement; changes come singly. */
const BULK = "referencing new table as fresh for each statement"

/** Trigger, its table, when it fires, and its function. */
const TRIGGERS = [
  ["bozor_mark_orders_added", "company_order", `after insert`, BULK, "bozor_mark_orders"],
  [
    "bozor_mark_order_changed",
    "company_order",
    "after update",
    `for each row when (${rowOf("old")} is distinct from ${rowOf("new")})`,
    "bozor_mark_order",
  ],
  ["bozor_mark_order_gone", "company_order", "after delete", "for each row", "bozor_mark_order"],
  ["bozor_mark_lines_added", "company_order_line", "after insert", BULK, "bozor_mark_lines"],
  [
    "bozor_mark_line_changed",
    "company_order_line",
    "after update or delete",
    "for each row",
    "bozor_mark_line",
  ],
  [
    "bozor_mark_refund",
    "company_refund",
    "after insert or update or delete",
    "for each row",
    "bozor_mark_refund",
  ],
  ["bozor_mark_entries_added", "ledger_entry", "after insert", BULK, "bozor_mark_entries"],
  [
    "bozor_mark_sale",
    "pos_sale",
    "after insert or update",
    "for each row when (new.status = 'done')",
    "bozor_mark_sale",
  ],
  [
    "bozor_mark_return",
    "pos_return",
    "after insert or update",
    "for each row when (new.refund_id is not null)",
    "bozor_mark_return",
  ],
] as const

const TABLES = [...new Set(TRIGGERS.map(([, table]) => table)), "ledger_transaction", "ledger_account"]

type Run = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

/**
 * Makes the triggers that are missing; where any was, every day that has something to count is marked. Run in a transaction
 * by every process that starts: the advisory lock lets one of them through. Does nothing before the tables are there.
 * @returns names of the triggers that were made
 */
export async function followSources(run: Run): Promise<string[]> {
  await run(`select pg_advisory_xact_lock(hashtext('bozor_follow_sources'))`)
  const [{ ready }] = await run<{ ready: boolean }>(
    `select ${TABLES.map((table) => `to_regclass('${table}') is not null`).join(" and ")} as ready`
  )
  if (!ready) {
    return []
  }
  for (const statement of FUNCTIONS) {
    await run(statement)
  }
  const there = await run<{ tgname: string }>(
    `select tgname from pg_trigger where tgname like 'bozor_mark_%' and tgrelid in (${TABLES.map(
      (table) => `to_regclass('${table}')`
    ).join(", ")})`
  )
  const missing = TRIGGERS.filter(([name]) => !there.some(({ tgname }) => tgname === name))
  for (const [name, table, when, each, action] of missing) {
    await run(`create trigger ${name} ${when} on "${table}" ${each} execute function ${action}()`)
  }
  if (missing.length > 0) {
    for (const statement of MARK_ALL) {
      await run(statement)
    }
  }
  return missing.map(([name]) => name)
}
