import { writeFile } from "node:fs/promises"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { financeSummary } from "../src/workflows/finance"
import { financeGoods } from "../src/workflows/finance/queries/goods"
import { rebuildAll, rebuildMarked } from "../src/workflows/finance/rebuild"
import { YEAR, yearOfSales } from "./facts-data"
import { median } from "./ratios"

const SIZES = [10_000, 100_000, 1_000_000]
const GOODS = 2000
const ROUNDS = 40

export type FactsFigure = {
  lines: number
  /** Milliseconds of: making all facts; making one day's after a sale; a year's summary, compared and by days; its goods. */
  rebuild: number
  day: number
  summary: number
  goods: number
  statements: number
}

type Knex = {
  transaction<T>(work: (trx: Knex) => Promise<T>): Promise<T>
  raw<Row>(sql: string, bindings?: unknown): Promise<{ rows: Row[] }>
  on: (event: "query", listener: () => void) => void
  removeListener: (event: "query", listener: () => void) => void
}

/**
 * A year of one company's sales in three sizes, made by SQL, and what reports of it cost. Run by `npm run bench` through
 * `medusa exec`; the figures go to the file named in the first argument.
 */
export default async function benchFacts({ container, args }: ExecArgs) {
  const figures: FactsFigure[] = []
  for (const lines of SIZES) {
    figures.push(await measure(container, lines))
  }
  await writeFile(args[0], JSON.stringify(figures))
}

async function measure(container: MedusaContainer, lines: number): Promise<FactsFigure> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  const company = `comp_bench${lines}`
  for (const statement of yearOfSales(company, lines, GOODS)) {
    await knex.raw(statement)
  }
  const rebuild = await timed(() => inTransaction(knex, (raw) => rebuildAll(raw, company)))
  // Pages that have just been written are settled once, not by the first reader.
  await knex.raw(
    "vacuum analyze finance_day, finance_slice, finance_goods_day, finance_goods_month, finance_mark, finance_buyer"
  )
  const wish = { ...YEAR, company_id: company, currency_code: "uzs" }
  const summary = () => financeSummary(container, { ...wish, compare: "previous", by: "day" })
  const goods = () =>
    financeGoods(container, { ...wish, order: "revenue", limit: 20, offset: 0, shows_cost: true })
  return {
    lines,
    rebuild,
    day: await medianOf(5, () => sellAndRebuild(knex, company)),
    summary: await medianOf(ROUNDS, summary),
    goods: await medianOf(ROUNDS, goods),
    statements: await statementsOf(knex, summary),
  }
}

/** One more mark on a busy day, and that day anew: what a report pays after a sale. */
async function sellAndRebuild(knex: Knex, company: string): Promise<void> {
  await knex.raw(
    `insert into finance_mark (id, company_id, day) values (gen_random_uuid()::text, ?, '2025-06-15')`,
    [company]
  )
  await inTransaction(knex, (raw) => rebuildMarked(raw, company, YEAR.to))
}

function inTransaction<T>(
  knex: Knex,
  work: (raw: <Row>(sql: string, bindings: Record<string, unknown>) => Promise<Row[]>) => Promise<T>
): Promise<T> {
  return knex.transaction((trx) =>
    work(
      async <Row>(sql: string, bindings: Record<string, unknown>) => (await trx.raw<Row>(sql, bindings)).rows
    )
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - startedAt) / 1e6
}

async function medianOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times = []
  for (let round = 0; round < rounds; round++) {
    times.push(await timed(work))
  }
  return median(times)
}

/** The least of several runs: scheduled work uses the same pool now and then. */
async function statementsOf(knex: Knex, work: () => Promise<unknown>): Promise<number> {
  const counts = []
  for (let round = 0; round < 3; round++) {
    let count = 0
    const listen = () => void count++
    knex.on("query", listen)
    await work()
    knex.removeListener("query", listen)
    counts.push(count)
  }
  return Math.min(...counts)
}
