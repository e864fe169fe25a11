import { Client } from "pg"
import type { Market } from "./goods"

/** Runs work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Copies a database that nobody uses to one for Medusa as it comes: without our triggers, and with its own payment provider in
 * the region. Its search index is filled anew by its own server.
 * @returns the copy's address
 */
export async function copyForVanilla(url: string, market: Market, name: string): Promise<string> {
  const copy = new URL(url)
  const original = copy.pathname.slice(1)
  copy.pathname = "/postgres"
  await withClient(copy.href, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${original}`)
  })
  copy.pathname = `/${name}`
  await withClient(copy.href, async (client) => {
    const { rows } = await client.query<{ statement: string }>(
      `select format('drop trigger %I on %I', t.tgname, c.relname) as statement from pg_trigger t
         join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and t.tgparentid = 0 and n.nspname = 'public'`
    )
    for (const { statement } of rows) {
      await client.query(statement)
    }
    await forgetSearch(client)
    for (const statement of OWN_PROVIDERS) {
      await client.query(statement.replaceAll("$region", market.region_id))
    }
    await client.query("analyze")
  })
  return copy.href
}

/** Medusa's own payment in the region, and its own way of delivering at a flat price: ours are not there. */
const OWN_PROVIDERS = [
  `insert into region_payment_provider (region_id, payment_provider_id, id) values ('$region', 'pp_system_default', 'regpp_bench')
     on conflict do nothing`,
  `delete from shipping_option_price_set`,
  `insert into price_set (id) select 'pset_' || id from shipping_option`,
  `insert into price (id, price_set_id, currency_code, amount, raw_amount)
   select 'price_' || id, 'pset_' || id, 'uzs', 20000, '{"value":"20000","precision":20}' from shipping_option`,
  `insert into shipping_option_price_set (shipping_option_id, price_set_id, id)
   select id, 'pset_' || id, 'sops_' || id from shipping_option`,
  `update shipping_option set provider_id = 'manual_manual', price_type = 'flat'`,
  // A shop of Medusa's has the options of one company, not of twenty.
  `update shipping_option set deleted_at = now() where shipping_profile_id not in
     (select shipping_profile_id from product_shipping_profile where product_id = 'prod_b1')`,
]

async function forgetSearch(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname in ('search_index_sync', 'search_index_version', 'search_index', 'search_postgres_index')`
  )
  if (rows.length > 0) {
    await client.query(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`)
  }
}

/** The documents that the floor answers: those that Medusa itself shows, again and again. */
export async function fillFloor(url: string, documents: unknown[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      "create table if not exists bench_document (rank integer primary key, body text not null)"
    )
    await client.query("truncate bench_document")
    const bodies = documents.map((document) => JSON.stringify(document))
    await client.query(
      `insert into bench_document select n, ($1::text[])[1 + n % $2] from generate_series(0, 1999) n`,
      [bodies, bodies.length]
    )
    await client.query("analyze bench_document")
  })
}

export type Around = { before: () => Promise<void>; after: () => Promise<void> }

/**
 * Makes a database one of a market with a single channel for a while: Medusa then does not ask which goods the key shows, which
 * is its best case.
 */
export function single(url: string, { place }: Market): Around {
  const setDeleted = async (at: Date | null) => {
    const others = "update sales_channel set deleted_at = $2 where id <> $1"
    await withClient(url, (client) => client.query(others, [place.channels[0], at]))
  }
  return { before: () => setDeleted(new Date()), after: () => setDeleted(null) }
}
