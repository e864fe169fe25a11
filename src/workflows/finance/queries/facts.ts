import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Facts, MEASURES } from "../lib/figures"
import { Range } from "../lib/periods"

export type DayFacts = Facts & { day: string }
export type CompanyFacts = Facts & { company_id: string }
export type FactsRead = {
  /** Of both periods, in order; a day without anything is missing. */
  days: DayFacts[]
  /** Money that came in during the first period, by the way it was paid. */
  payments: Array<{ method: string; amount: string }>
  companies: CompanyFacts[]
}

const SUMS = MEASURES.map((measure) => `sum(${measure})::text as ${measure}`).join(", ")
const rowsOf = (select: string) => `(select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (${select}) f)`

/**
 * Facts of a period and of the one it is compared with, in one statement: everything is of the same moment.
 * @param wish.company_id null for all companies, which then come one by one too
 */
export async function readFacts(
  container: MedusaContainer,
  wish: { company_id: string | null; currency_code: string; period: Range; compare: Range | null }
): Promise<FactsRead> {
  const { company_id, currency_code, period, compare } = wish
  const own = `currency_code = ? ${company_id ? "and company_id = ?" : ""}`
  const ownValues = company_id ? [currency_code, company_id] : [currency_code]
  const bounds = [period, ...(compare ? [compare] : [])].map(({ from, to }) => [from, to])
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: FactsRead[] }>(
      `select ${rowsOf(
        bounds
          .map(
            () =>
              `select to_char(day, 'YYYY-MM-DD') as day, ${SUMS} from finance_day where ${own} and day between ? and ? group by day`
          )
          .join(" union ")
      )} as days,
      ${rowsOf(
        `select key as method, sum(sales)::text as amount from finance_slice
          where ${own} and dimension = 'payment' and day between ? and ? group by key having sum(sales) <> 0
          order by sum(sales) desc, key`
      )} as payments,
      ${rowsOf(`select company_id, ${SUMS} from finance_day where ${own} and day between ? and ? group by company_id`)} as companies`,
      [
        ...bounds.flatMap((bound) => [...ownValues, ...bound]),
        ...[...ownValues, period.from, period.to],
        ...[...ownValues, period.from, period.to],
      ]
    )
  return rows[0]
}
