import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { drawerOf } from "../../../modules/pos/lib/drawer"

type Row = {
  id: string
  member_id: string
  member_name: string
  register: string | null
  status: "open" | "closed"
  opened_at: Date
  closed_at: Date | null
  note: string | null
  opening_cash: number
  counted_cash: number | null
  sales_count: number
  sales_total: number
  cash_total: number
  card_total: number
  returns_total: number
  cash_returns: number
  moved_total: number
  movements?: unknown[]
}

/** Sums are read anew each time: a sale that was made offline may come after its shift was closed. */
const COLUMNS = `h.id, h.member_id, h.member_name, h.register, h.status, h.opened_at, h.closed_at, h.note,
  h.opening_cash::float8 as opening_cash, h.counted_cash::float8 as counted_cash, s.*, r.*, m.*`

const FROM = `from pos_shift h
  join lateral (select count(*)::int as sales_count, coalesce(sum(total), 0)::float8 as sales_total,
         coalesce(sum(cash_amount), 0)::float8 as cash_total, coalesce(sum(card_amount), 0)::float8 as card_total
    from pos_sale where shift_id = h.id and status in ('done', 'review') and deleted_at is null) s on true
  join lateral (select coalesce(sum(amount), 0)::float8 as returns_total,
         coalesce(sum(amount) filter (where method = 'cash'), 0)::float8 as cash_returns
    from pos_return where shift_id = h.id and status = 'done' and deleted_at is null) r on true
  join lateral (select coalesce(sum(amount), 0)::float8 as moved_total
    from pos_cash_movement where shift_id = h.id and deleted_at is null) m on true`

const MOVEMENTS = `(select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'amount', v.amount, 'note', v.note, 'kind', v.kind,
    'sale_id', v.sale_id, 'created_at', v.created_at) order by v.created_at, v.id), '[]')
  from pos_cash_movement v where v.shift_id = h.id and v.deleted_at is null) as movements`

export type ShiftFilter = {
  company_id: string
  member_id?: string
  status?: string
  limit: number
  offset: number
}

/** A page of a company's shifts, newest first: two statements. */
export async function listShifts(container: MedusaContainer, filter: ShiftFilter) {
  assertId(filter.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const chosen = (["member_id", "status"] as const).filter((name) => filter[name] !== undefined)
  const where = ["h.company_id = ?", ...chosen.map((name) => `h.${name} = ?`), "h.deleted_at is null"]
  const values = [filter.company_id, ...chosen.map((name) => filter[name]!)]
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} ${FROM} where ${where.join(" and ")} order by h.opened_at desc, h.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from pos_shift h where ${where.join(" and ")}`,
    values
  )
  return { shifts: rows.map(present), count: counts[0].count }
}

type Find = { company_id: string; member_id?: string } & ({ id: string } | { status: "open" })

/** One shift with its movements of cash; null for another company's, or, with `member_id`, another person's. */
export async function readShift(container: MedusaContainer, find: Find) {
  assertId(find.company_id, "company id")
  const [condition, value] = "id" in find ? ["h.id = ?", find.id] : ["h.status = ?", find.status]
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select ${COLUMNS}, ${MOVEMENTS} ${FROM} where ${condition} and h.company_id = ?
          and h.member_id = coalesce(?, h.member_id) and h.deleted_at is null`,
    [value, find.company_id, find.member_id ?? null]
  )
  return rows[0] ? present(rows[0]) : null
}

/**
 * One shift.
 * @throws {MedusaError} 404
 */
export async function findShift(
  container: MedusaContainer,
  find: { id: string; company_id: string; member_id?: string }
) {
  const shift = await readShift(container, find)
  if (!shift) {
    throw notFound("Shift", find.id)
  }
  return shift
}

function present({ cash_returns, ...row }: Row) {
  return { ...row, ...drawerOf({ ...row, cash_returns }) }
}
