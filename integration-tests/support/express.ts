import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Row = Record<string, unknown>
type Tables = Map<string, Map<string, Row>>

/** What a cart leaves behind, and one call has no need of. */
const OF_CARTS =
  /^(cart|ad_|audit|catalog|search|workflow_execution|account_holder|customer_account_holder|fact_|finance|like_watch)/

/** Every row of the database, but for the tables of carts. */
export async function readTables(container: MedusaContainer): Promise<Tables> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: names } = await knex.raw<{ rows: Array<{ name: string }> }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' order by 1`
  )
  const kept = names.map(({ name }) => name).filter((name) => !OF_CARTS.test(name))
  const { rows } = await knex.raw<{ rows: Array<{ name: string; row: Row }> }>(
    kept.map((name) => `select '${name}' as name, to_jsonb(t) as row from "${name}" t`).join(" union all ")
  )
  const tables: Tables = new Map()
  for (const { name, row } of rows) {
    tables.set(name, (tables.get(name) ?? new Map<string, Row>()).set(String(row.id), row))
  }
  return tables
}

const DRAWN = new Set([
  "token",
  "reference",
  "short_code",
  "display_id",
  "created_at",
  "updated_at",
  "sequence",
  "payment_url",
])
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/**
 * What has come into being between two readings, table by table, and by how much numbers of older rows have moved; without
 * what no two checkouts have alike (ids, times, codes).
 */
export function newRows(before: Tables, after: Tables) {
  const fresh = new Map<string, string>()
  for (const [name, rows] of after) {
    for (const [id, row] of rows) {
      if (!before.get(name)?.has(id)) {
        fresh.set(id, `<${name} ${nameOf(row)}>`)
      }
    }
  }
  const plain = (value: unknown, key = ""): unknown => {
    if (value === null || DRAWN.has(key)) {
      return value === null ? null : `<${key}>`
    }
    if (Array.isArray(value)) {
      // Medusa answers lines that were made in one millisecond in any order.
      return value.map((one) => plain(one)).sort(byText)
    }
    if (typeof value === "object") {
      return Object.fromEntries(Object.entries(value as Row).map(([name, one]) => [name, plain(one, name)]))
    }
    if (typeof value === "string" && NOISE.test(value)) {
      return String(Number(Number(value).toFixed(6)))
    }
    if (typeof value === "string") {
      return TIME.test(value)
        ? "<time>"
        : (fresh.get(value) ?? (/^(cali|cart|payses)_/.test(value) ? `<${value.split("_")[0]}>` : value))
    }
    return value
  }
  const result: Record<string, unknown[]> = {}
  for (const [name, rows] of after) {
    const found = [...rows].flatMap(([id, row]) => {
      const old = before.get(name)?.get(id)
      return old ? moved(old, row) : [plain(row)]
    })
    if (found.length > 0) {
      result[name] = found.sort(byText)
    }
  }
  return { rows: result, plain }
}

/**
 * A cart of one company makes its payment before it is completed, and its order takes it over: those rows count as new. Such a
 * session has the customer's account at the provider with it, which one call does not make (docs/checkout.md).
 * @returns whether there are any
 */
export function forgetReused(before: Tables, after: Tables): boolean {
  const known = before.get("company_order")
  const orders = [...(after.get("company_order") ?? [])].filter(([id]) => !known?.has(id))
  const ids = orders.flatMap(([, row]) => [row.payment_collection_id, row.payment_session_id]).map(String)
  const found = ["payment_collection", "payment_session"].flatMap((name) =>
    ids.filter((id) => before.get(name)?.delete(id))
  )
  for (const id of ids) {
    Object.assign(
      after.get("payment_session")?.get(id) ?? {},
      found.length > 0 ? { context: null, metadata: null } : {}
    )
  }
  return found.length > 0
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Adding up in another order leaves a trillionth of a so‘m here or there in Medusa's own totals. */
const NOISE = /^-?\d+\.\d{7,}$/

/** Tells new rows of a table apart, so that what points at them is seen to point at the right one. */
function nameOf({ title, unit_price, name, metadata, company_id }: Row): string {
  const company = company_id ?? (metadata as Row | null | undefined)?.company_id
  return [company, title, unit_price, name].filter((part) => part !== undefined && part !== null).join(" ")
}

function moved(old: Row, row: Row): unknown[] {
  const changes = Object.entries(row)
    .filter(([key, value]) => typeof value === "number" && value !== old[key])
    .map(([key, value]) => [key, Number(((value as number) - Number(old[key] ?? 0)).toFixed(6))])
  return changes.length > 0 ? [{ id: row.id, ...(Object.fromEntries(changes) as Row) }] : []
}

/** Names of the events that are emitted while `work` runs, in alphabetical order. */
export async function eventsOf(container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> {
  const bus = container.resolve(Modules.EVENT_BUS)
  const names: string[] = []
  const emit = bus.emit.bind(bus)
  const spy = jest.spyOn(bus, "emit").mockImplementation((data, options) => {
    names.push(...[data].flat().map(({ name }) => String(name)))
    return emit(data as never, options)
  })
  await work()
  spy.mockRestore()
  return names.sort()
}
