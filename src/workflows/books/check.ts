import { AD_CHECKS } from "./checks/ads"
import { GATEWAY_CHECKS } from "./checks/gateway"
import { LEDGER_CHECKS } from "./checks/ledger"
import { ORDER_CHECKS } from "./checks/orders"
import { RECEIPT_CHECKS } from "./checks/receipts"
import { SETTLEMENT_CHECKS } from "./checks/settlements"
import { FIGURES_SQL } from "./figures"
import { Check, Figure, Imbalance } from "./types"

export const CHECKS: Check[] = [
  ...ORDER_CHECKS,
  ...GATEWAY_CHECKS,
  ...RECEIPT_CHECKS,
  ...LEDGER_CHECKS,
  ...SETTLEMENT_CHECKS,
  ...AD_CHECKS,
]

/** Whatever runs a statement: knex, a transaction of it, or a plain connection with the same manners. */
export type Raw = <Row>(sql: string, bindings: Record<string, unknown>) => Promise<Row[]>

export type Books = { imbalances: Imbalance[]; figures: Figure[]; skipped: string[] }

type Found = Pick<Imbalance, "id" | "about" | "expected" | "actual">

/**
 * Runs every check through one connection; the caller opens the snapshot.
 * @param settledBefore rows changed since are left alone; without it every row is looked at
 */
export async function checkBooks(raw: Raw, settledBefore?: Date): Promise<Books> {
  const bound = settledBefore ? settledBefore.toISOString() : "infinity"
  const needed = [...new Set(CHECKS.flatMap(({ needs = [] }) => needs))]
  const absent: string[] = []
  for (const table of needed) {
    const [row] = await raw<{ found: string | null }>(`select to_regclass(:table)::text as found`, { table })
    if (!row.found) {
      absent.push(table)
    }
  }
  const imbalances: Imbalance[] = []
  const runnable = CHECKS.filter(({ needs = [] }) => !needs.some((table) => absent.includes(table)))
  for (const { name, sql, advice } of runnable) {
    const rows = await raw<Found>(sql, { bound })
    imbalances.push(...rows.map((row) => present(name, row, advice)))
  }
  const figures = await raw<{ name: string; tiyin: string | null }>(FIGURES_SQL, {})
  return {
    imbalances,
    figures: figures.map(({ name, tiyin }) => ({ name, tiyin: Number(tiyin ?? 0) })),
    skipped: CHECKS.filter((check) => !runnable.includes(check)).map(({ name }) => name),
  }
}

function present(check: string, { id, about, expected, actual }: Found, advice: string): Imbalance {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(Number(value)))
  return { check, id, about, expected: text(expected), actual: text(actual), advice }
}
