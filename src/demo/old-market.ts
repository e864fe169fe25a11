import { readFile } from "node:fs/promises"
import path from "node:path"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { runAzatonImport } from "../workflows/azaton"

/** An Azaton database of made-up shops; `docs/azaton.md` says what is in it. */
const DUMP = path.join(__dirname, "azaton-demo.sql")
const SCHEMA = "azaton_demo"
const LABEL = "demo"

/** Columns that say when something happened; the days between them stay as they are. */
const MOMENTS: Record<string, string[]> = {
  users: ["created_at", "updated_at"],
  companies: ["created_at", "updated_at"],
  products: ["created_at", "updated_at"],
  customer_orders: ["created_date", "order_date", "confirmed_date", "created_at", "updated_at"],
  sales_history: ["sale_date", "created_at"],
  expenses: ["created_at", "updated_at"],
  company_custom_expenses: ["expense_date", "created_at"],
  user_cart: ["updated_at"],
  user_likes: ["updated_at"],
  user_receipts: ["created_at"],
  advertisements: ["submitted_at", "reviewed_at", "created_at"],
  company_ratings: ["created_at"],
}

/** The old year ends yesterday, whenever the demo is loaded. */
const shiftOf = (table: string, columns: string[]) => `
  alter table ${table} disable trigger user;
  update ${table} set ${columns.map((column) => `${column} = ${column} + span.gap`).join(", ")}
    from (select make_interval(days => current_date - 1 - max(order_date)::date) as gap from customer_orders) span;
  alter table ${table} enable trigger user;`

/** These shops are small, and the dump's expenses are those of big ones: as they stand, every chart would show a ruin. */
const SCALE = `
  update company_custom_expenses set amount = round(amount / 15);
  update expenses set employee_expenses = round(employee_expenses / 100), electricity_expenses = round(electricity_expenses / 100),
    purchase_costs = round(purchase_costs / 10);`

/**
 * Brings an old market over, as `npm run import:azaton` does: its dump is loaded into a schema beside the market's own
 * tables, moved to the year that ended yesterday, imported, and dropped.
 */
export async function importOldMarket(container: MedusaContainer): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { databaseUrl } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const dump = await readFile(DUMP, "utf8")
  const days = Object.entries(MOMENTS)
    // Last, because the others ask it how far to go.
    .sort(([a], [b]) => Number(a === "customer_orders") - Number(b === "customer_orders"))
    .map(([table, columns]) => shiftOf(table, columns))
    .join("\n")
  await knex.raw(
    `drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}; set search_path to ${SCHEMA};
     ${dump}
     ${days}
     ${SCALE}
     reset search_path;`
  )
  try {
    const url = new URL(databaseUrl as string)
    url.searchParams.set("options", `-c search_path=${SCHEMA}`)
    await runAzatonImport(container, {
      url: url.href,
      label: LABEL,
      dry_run: false,
      fixed_expenses: "snapshot",
      grant_from_orders: false,
    })
  } finally {
    await knex.raw(`drop schema ${SCHEMA} cascade`)
  }
}
