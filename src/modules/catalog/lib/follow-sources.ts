import { unlessBulkWrite } from "../../../lib/bulk-write"
import { Source, SOURCES } from "./sources"

/**
 * Whatever changes what documents are made of leaves a row in `catalog_change`, in the same transaction, whoever changes it.
 * Rows are only ever added, so nobody waits for anybody. The triggers stand on other modules' tables, so they cannot be in a
 * migration of this one: module migrations have no order.
 */

/** More rows than this in one statement are a bulk change, which waits behind single ones. */
const FEW = 200

const NOTE = (concerns: string, moved: string) => `
  insert into catalog_change (kind, entity_id, is_bulk)
  with moved as (${moved}), concerned as (select distinct kind, id from (${concerns}) c where kind <> 'product' or id is not null)
  select kind, id, (select count(*) from concerned) > ${FEW} from concerned`

const columnsOf = ({ key = ["id"], columns }: Source) => [...new Set([...key, ...columns])]
const row = (of: string, columns: string[]) => columns.map((column) => `${of}.${column}`).join(", ")

/** Rows of a statement that an update really changed, as they were and as they are. */
function changed(source: Source): string {
  const { key = ["id"], columns } = source
  const all = columnsOf(source)
  const same = key.map((column) => `o.${column} = n.${column}`).join(" and ")
  return `select ${["o", "n"]
    .map(
      (of) => `${row(of, all)} from stale o join fresh n on ${same}
        where (${row("o", columns)}) is distinct from (${row("n", columns)})`
    )
    .join(" union all select ")}`
}

const body = (name: string, statement: string) => `
  create or replace function ${name}() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`

type Trigger = { name: string; table: string; when: string; action: string; statement: string }

function triggersOf(source: Source): Trigger[] {
  const { table, columns, concerns } = source
  const all = columnsOf(source)
  const trigger = (on: string, when: string, moved: string): Trigger => ({
    name: `bozor_catalog_${table}_${on}`,
    table,
    when,
    action: `bozor_catalog_${table}_${on}`,
    statement: NOTE(concerns, moved),
  })
  const one = (of: string) => `select ${row(of, all)}`
  if (source.isSingle) {
    const when = `when ((${row("old", columns)}) is distinct from (${row("new", columns)}))`
    return [
      trigger("new", "after insert on % for each row", one("new")),
      trigger("old", "after delete on % for each row", one("old")),
      trigger("own", `after update on % for each row ${when}`, `${one("old")} union all ${one("new")}`),
    ]
  }
  const of = (rows: string) => `select ${row(rows, all)} from ${rows}`
  const each = (rows: string) => `on % referencing ${rows} for each statement`
  return [
    trigger("new", `after insert ${each("new table as fresh")}`, of("fresh")),
    trigger("old", `after delete ${each("old table as stale")}`, of("stale")),
    ...(columns.length > 0
      ? [trigger("own", `after update ${each("old table as stale new table as fresh")}`, changed(source))]
      : []),
  ]
}

/** Lines of orders come when the order is paid already at a cash desk and in an import; an import's goods are all looked at. */
const SOLD: Trigger = {
  name: "bozor_catalog_sold",
  table: "company_order_line",
  when: "after insert on % referencing new table as fresh for each statement",
  action: "bozor_catalog_sold",
  statement: `${unlessBulkWrite(
    NOTE(
      `select 'product' as kind, v.product_id as id from moved m join company_order o on o.id = m.company_order_id
          and o.paid_at is not null join product_variant v on v.id = m.variant_id`,
      "select company_order_id, variant_id from fresh"
    )
  ).replace(/; end if$/, "; else insert into catalog_change (kind) values ('all'); end if")}`,
}

/** Columns of a company that no document shows, but pages that read them: who may see it, and its own page. */
const PAGE = [
  ...["status", "is_private", "deleted_at"],
  ...["phone", "address", "logo_url", "payment_notes", "opening_hours"],
]

/** Pages ask for these at every reading, so they are only made anew. The search indexes are told. */
const SEEN: Trigger = {
  name: "bozor_catalog_company_page",
  table: "company",
  when: `after update on % for each row when ((${row("old", PAGE)}) is distinct from (${row("new", PAGE)}))`,
  action: "bozor_catalog_company_seen",
  statement: "insert into catalog_change (kind, entity_id) values ('visibility', new.id)",
}

const TRIGGERS = [...SOURCES.flatMap(triggersOf), SOLD, SEEN]
const TABLES = [...new Set(TRIGGERS.map(({ table }) => table)), "catalog_change"]

type Run = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

/**
 * Makes the triggers that are missing; where any was, all goods are noted as changed. Run in a transaction by every process
 * that starts: the advisory lock lets one of them through. Does nothing before the tables are there.
 * @returns names of the triggers that were made
 */
export async function followSources(run: Run): Promise<string[]> {
  await run(`select pg_advisory_xact_lock(hashtext('bozor_catalog_sources'))`)
  const [{ ready }] = await run<{ ready: boolean }>(
    `select ${TABLES.map((table) => `to_regclass('${table}') is not null`).join(" and ")} as ready`
  )
  if (!ready) {
    return []
  }
  const there = await run<{ tgname: string }>(
    `select tgname from pg_trigger where tgname like 'bozor_catalog_%'`
  )
  for (const { action, statement } of TRIGGERS) {
    await run(body(action, statement))
  }
  const missing = TRIGGERS.filter(({ name }) => !there.some(({ tgname }) => tgname === name))
  for (const { name, table, when, action } of missing) {
    await run(`create trigger ${name} ${when.replace("%", `"${table}"`)} execute function ${action}()`)
  }
  if (missing.length > 0) {
    await run(`insert into catalog_change (kind) values ('all')`)
  }
  return missing.map(({ name }) => name)
}
