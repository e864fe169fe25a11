import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { Person, Policy, Status } from "../../../modules/expense/lib/approval"
import { isPurchaseSql } from "../../../modules/expense/lib/categories"
import { PaymentMethod } from "../../../modules/expense/lib/rows"
import { expensesOf } from "../announce"
import { ExpenseView, presentExpense, ShownRow } from "./present"

const COLUMNS = `e.id, e.day, e.amount::float8 as amount, e.sanctioned_amount::float8 as sanctioned_amount, e.category_id,
  c.name as own_category, ${isPurchaseSql()} as is_purchase, e.note, e.payee, e.payment_method, e.status, e.created_by,
  e.author_name, e.decided_by, e.decided_at, e.reject_reason, e.source, e.created_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'file_name', a.file_name, 'mime_type', a.mime_type,
      'size', a.size) order by a.created_at, a.id), '[]')
     from expense_attachment a where a.expense_id = e.id and a.deleted_at is null) as attachments`

const FROM = `from expense e
  left join expense_category c on c.id = e.category_id and c.company_id = e.company_id`

export type ExpenseFilter = {
  /** Days of Tashkent, both included. */
  from?: string
  to?: string
  category_id?: string
  status?: Status
  payment_method?: PaymentMethod
  /** A part of the note or of who was paid. */
  q?: string
}

export type ExpenseOrder = "day" | "-day" | "amount" | "-amount"

/** The id makes every order one: pages neither repeat nor skip. */
const ORDERS: Record<ExpenseOrder, string> = {
  day: "e.day, e.id",
  "-day": "e.day desc, e.id desc",
  amount: "e.amount, e.id",
  "-amount": "e.amount desc, e.id desc",
}

/** Condition and values for what somebody asks for and may see, over `expense e`. */
export function conditionOf(person: Person, filter: ExpenseFilter): { where: string; values: string[] } {
  assertId(person.company_id, "company id")
  assertId(person.user_id, "user id")
  const parts: Array<[text: string, ...values: string[]]> = [
    ["e.company_id = ? and e.deleted_at is null", person.company_id],
  ]
  if (!person.permissions.includes("expense:read")) {
    parts.push(["e.created_by = ?", person.user_id])
  }
  for (const name of ["category_id", "status", "payment_method"] as const) {
    if (filter[name] !== undefined) {
      parts.push([`e.${name} = ?`, filter[name]])
    }
  }
  if (filter.from !== undefined) {
    parts.push(["e.day >= ?", filter.from])
  }
  if (filter.to !== undefined) {
    parts.push(["e.day <= ?", filter.to])
  }
  if (filter.q !== undefined) {
    parts.push(["(e.note ilike ? or e.payee ilike ?)", likePattern(filter.q), likePattern(filter.q)])
  }
  return {
    where: parts.map(([text]) => text).join(" and "),
    values: parts.flatMap(([, ...values]) => values),
  }
}

/**
 * A page of the expenses that somebody may see. Three statements.
 * @returns `total` in so'm over the whole filter: what was sanctioned, or claimed where that is open; rejected ones count
 *   only when they alone are asked for
 */
export async function listExpenses(
  container: MedusaContainer,
  person: Person,
  filter: ExpenseFilter & { order: ExpenseOrder; limit: number; offset: number }
): Promise<{ expenses: ExpenseView[]; count: number; total: number }> {
  const { where, values } = conditionOf(person, filter)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: ShownRow[] }>(
    `select ${COLUMNS} ${FROM} where ${where} order by ${ORDERS[filter.order]} limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const counted = filter.status === "rejected" ? "true" : "e.status <> 'rejected'"
  const { rows: sums } = await knex.raw<{ rows: Array<{ count: number; total: number }> }>(
    `select count(*)::int as count,
            coalesce(sum(coalesce(e.sanctioned_amount, e.amount)) filter (where ${counted}), 0)::float8 as total
       from expense e where ${where}`,
    values
  )
  const policy = await expensesOf(container).policyOf(person.company_id)
  return { expenses: rows.map((row) => presentExpense(row, person, policy)), ...sums[0] }
}

/**
 * One expense that somebody may see.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findExpense(
  container: MedusaContainer,
  person: Person,
  id: string
): Promise<ExpenseView> {
  assertId(id, "expense id")
  const { where, values } = conditionOf(person, {})
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: ShownRow[] }>(`select ${COLUMNS} ${FROM} where ${where} and e.id = ?`, [...values, id])
  if (rows.length === 0) {
    throw notFound("Expense", id)
  }
  const policy: Policy = await expensesOf(container).policyOf(person.company_id)
  return presentExpense(rows[0], person, policy)
}
