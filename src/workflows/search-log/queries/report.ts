import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const TOP = 50

type Day = { day: string; searches: number; zero_results: number }
type Text = { text: string; searches: number; zero_results: number; last_at: Date | null }
export type SearchReport = {
  from: string
  to: string
  searches: number
  zero_results: number
  /** 0 to 1. */
  zero_rate: number
  days: Day[]
  top: Text[]
  /** Texts that found nothing; `last_at` is when that was last so. */
  zero: Text[]
}

/** Every day of the period, also those on which nobody searched. */
const DAYS = `
  select to_char(g.day, 'YYYY-MM-DD') as day, coalesce(sum(d.searches), 0)::int as searches,
         coalesce(sum(d.zero_results), 0)::int as zero_results
    from generate_series(?::date, ?::date, interval '1 day') g(day) left join search_day d on d.day = g.day::date
   group by g.day order by g.day`

const texts = (order: string, last: string, having: string) => `
  select (array_agg(text order by last_at desc nulls last))[1] as text, sum(searches)::int as searches,
         sum(zero_results)::int as zero_results, max(${last}) as last_at
    from search_day where day between ?::date and ?::date and folded <> ''
   group by folded having ${having} order by sum(${order}) desc, folded limit ${TOP}`

const TEXTS = texts("searches", "last_at", "true")
const ZERO = texts("zero_results", "zero_at", "sum(zero_results) > 0")

/** What was searched for in days of Tashkent, both included: three statements. */
export async function readReport(
  container: MedusaContainer,
  { from, to }: { from: string; to: string }
): Promise<SearchReport> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const read = async <Row>(statement: string) => (await knex.raw<{ rows: Row[] }>(statement, [from, to])).rows
  const [days, top, zero] = [await read<Day>(DAYS), await read<Text>(TEXTS), await read<Text>(ZERO)]
  const sum = (of: (day: Day) => number) => days.reduce((total, day) => total + of(day), 0)
  const searches = sum((day) => day.searches)
  const zero_results = sum((day) => day.zero_results)
  const zero_rate = searches === 0 ? 0 : Math.round((zero_results / searches) * 10_000) / 10_000
  return { from, to, searches, zero_results, zero_rate, days, top, zero }
}
