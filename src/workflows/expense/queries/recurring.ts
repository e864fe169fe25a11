import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { canDecide, Person, Policy, Status } from "../../../modules/expense/lib/approval"
import { isPurchaseSql } from "../../../modules/expense/lib/categories"
import { nextPeriods } from "../../../modules/expense/lib/prorate"
import { RecurringFacts } from "../../../modules/expense/lib/recurring-edit"
import { dayOf } from "../../../modules/ledger/lib/period"
import { expensesOf } from "../announce"
import { sum } from "./budgets"
import { nameOfCategory } from "./present"
import { changesOf } from "./recurring-spread"

/** Periods that an answer names: the current one and those that come next. */
const NEXT = 3

type Change = { period_start: string; amount: number | null; note: string | null }

type Row = RecurringFacts & {
  id: string
  own_category: string | null
  is_purchase: boolean
  status: Status
  created_by: string | null
  author_name: string | null
  decided_at: Date | null
  reject_reason: string | null
  created_at: Date
  tiyin: string
  changes: Change[]
  change_tiyin: Record<string, string | null> | null
}

const SELECT = `select r.id, r.category_id, c.name as own_category, ${isPurchaseSql("r.category_id", "c")} as is_purchase,
    r.amount::float8 as amount, round(r.amount * 100)::text as tiyin, r.period, r.starts_on, r.ends_on, r.note, r.payee,
    r.payment_method, r.status, r.created_by, r.author_name, r.decided_at, r.reject_reason, r.created_at,
    coalesce(g.changes, '[]') as changes, g.change_tiyin
  from recurring_expense r
  left join expense_category c on c.id = r.category_id and c.company_id = r.company_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('period_start', period_start, 'amount', amount, 'note', note)
             order by period_start) as changes,
           jsonb_object_agg(period_start, round(amount * 100)::text) as change_tiyin
      from recurring_change where recurring_id = r.id and deleted_at is null) g on true`

/** `living`: what has not ended. */
export type RecurringFilter = { status?: Status; category_id?: string; living?: boolean }

/** A page of a company's recurring expenses: what waits first, then what goes on, then what has ended. Three statements. */
export async function listRecurring(
  container: MedusaContainer,
  person: Person,
  filter: RecurringFilter & { limit: number; offset: number }
): Promise<{ recurring_expenses: RecurringView[]; count: number }> {
  assertId(person.company_id, "company id")
  const today = dayOf(new Date())
  const parts: Array<[text: string, value: string]> = [
    ["r.company_id = ? and r.deleted_at is null", person.company_id],
  ]
  for (const name of ["status", "category_id"] as const) {
    if (filter[name] !== undefined) {
      parts.push([`r.${name} = ?`, filter[name]])
    }
  }
  if (filter.living !== undefined) {
    parts.push([`(coalesce(r.ends_on, '9') >= ?) = ${filter.living}`, today])
  }
  const where = parts.map(([text]) => text).join(" and ")
  const values = parts.map(([, value]) => value)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `${SELECT} where ${where}
      order by r.status <> 'submitted', coalesce(r.ends_on, '9') < ?, r.starts_on desc, r.id desc limit ? offset ?`,
    [...values, today, filter.limit, filter.offset]
  )
  const { rows: counted } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from recurring_expense r where ${where}`,
    values
  )
  const policy = await expensesOf(container).policyOf(person.company_id)
  return {
    recurring_expenses: rows.map((row) => present(row, person, policy, today)),
    count: counted[0].count,
  }
}

/**
 * One recurring expense of a company.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findRecurring(
  container: MedusaContainer,
  person: Person,
  id: string
): Promise<RecurringView> {
  assertId(person.company_id, "company id")
  assertId(id, "recurring expense id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(`${SELECT} where r.id = ? and r.company_id = ? and r.deleted_at is null`, [
      id,
      person.company_id,
    ])
  if (rows.length === 0) {
    throw notFound("Recurring expense", id)
  }
  const policy = await expensesOf(container).policyOf(person.company_id)
  return present(rows[0], person, policy, dayOf(new Date()))
}

function present(row: Row, person: Person, policy: Policy, today: string) {
  const { own_category, created_by, tiyin, change_tiyin, ...facts } = row
  const recurring = { ...row, amount_tiyin: BigInt(tiyin), changes: changesOf(change_tiyin) }
  return {
    ...facts,
    category_name: nameOfCategory(row.category_id, own_category),
    is_mine: created_by === person.user_id,
    can_decide: canDecide(policy, person, row),
    next: nextPeriods(recurring, today, NEXT).map(({ period_start, amount_tiyin }) => ({
      period_start,
      amount: amount_tiyin === null ? null : sum(amount_tiyin),
    })),
  }
}

export type RecurringView = ReturnType<typeof present>
