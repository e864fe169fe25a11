import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"

/** Old Azaton databases on the suite's own PostgreSQL, made of the demo dump. */

export const DUMP = readFileSync(join(__dirname, "../../src/demo/azaton-demo.sql"), "utf8")

/** Profile B on top of the dump, as the old system's handlers expect their columns. */
export const PROFILE_B = `
ALTER TABLE expenses RENAME employee_expenses TO worker_salaries;
ALTER TABLE expenses RENAME electricity_expenses TO utility_costs;
ALTER TABLE expenses RENAME purchase_costs TO other_expenses;
ALTER TABLE expenses ADD monthly_rent numeric(15,2) DEFAULT 0;
ALTER TABLE user_cart RENAME cart_data TO cart_items;
UPDATE user_cart SET cart_items = (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k::int, 'quantity', v)), '[]')
  FROM jsonb_each(cart_items) e(k, v));
ALTER TABLE user_likes RENAME liked_product_ids TO liked_products;
UPDATE user_likes SET liked_products = (SELECT coalesce(jsonb_agg(
  CASE jsonb_typeof(x) WHEN 'number' THEN jsonb_build_object('id', x) ELSE x END), '[]')
  FROM jsonb_array_elements(liked_products) x);
ALTER TABLE user_receipts RENAME total TO total_amount;
ALTER TABLE user_receipts RENAME created_at TO receipt_date;
ALTER TABLE user_receipts DROP order_code, DROP items_count, ADD company_id integer, ADD company_name varchar(255);
ALTER TABLE advertisements RENAME caption TO title;
ALTER TABLE advertisements DROP id, DROP smm_post_id, DROP rejection_reason, DROP reviewed_by, DROP submitted_at,
  DROP reviewed_at, ADD id serial PRIMARY KEY, ADD description text DEFAULT '', ADD start_date timestamptz,
  ADD end_date timestamptz, ADD updated_at timestamptz DEFAULT now();`

/** The address of a database on the suite's server; as another role when it is named. */
export function azatonUrl(database: string, role?: { name: string; password: string }): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const user = role?.name ?? DB_USERNAME
  const password = encodeURIComponent(role?.password ?? DB_PASSWORD ?? "")
  return `postgres://${user}:${password}@${DB_HOST}:${DB_PORT}/${database}`
}

/** Runs statements in a database of the suite's server and answers the last one's rows. */
export async function inDatabase<Row>(database: string, statements: string): Promise<Row[]> {
  const client = new Client({ connectionString: azatonUrl(database) })
  await client.connect()
  try {
    const results = await client.query(statements)
    const last = Array.isArray(results) ? results.at(-1) : results
    return last?.rows ?? []
  } finally {
    await client.end()
  }
}

/** A database with the given statements run in it; the name is made anew each time. */
export async function makeDatabase(name: string, ...statements: string[]): Promise<string> {
  await inDatabase("postgres", `drop database if exists ${name} with (force)`)
  await inDatabase("postgres", `create database ${name}`)
  for (const text of statements) {
    await inDatabase(name, text)
  }
  return azatonUrl(name)
}

export const dropDatabase = (name: string) =>
  inDatabase("postgres", `drop database if exists ${name} with (force)`)

/** Every table's rows as one digest each: what a reader must leave as it was. */
export async function digests(database: string): Promise<Record<string, string>> {
  const tables = await inDatabase<{ name: string }>(
    database,
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1"
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await inDatabase<{ digest: string }>(
      database,
      // Times as text are those of the session's time zone.
      `set timezone to 'UTC'; select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`
    )
    found[name] = row.digest
  }
  return found
}
