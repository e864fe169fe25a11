import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toTiyin } from "../../../lib/money"
import { DoneRefund, PaidOrder } from "../../../modules/ledger/lib/posting"

type OrderRow = {
  id: string
  company_id: string
  currency_code: string
  short_code: string
  paid_at: Date | null
  paid_provider_id: string | null
  total: string
  lines: Array<{ id: string; total: string; commission_percent: string }>
}

type RefundRow = {
  id: string
  company_order_id: string
  amount: string
  succeeded_at: Date
  reason: string | null
  lines: Array<{ company_order_line_id: string; amount: string | number }>
}

async function select<Row>(container: MedusaContainer, statement: string, values: unknown[]): Promise<Row[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(statement, values as never)
  return rows
}

/** A company order as the ledger needs it, with its frozen lines; null while it has not been paid. */
export async function loadPaidOrder(container: MedusaContainer, id: string): Promise<PaidOrder | null> {
  const [row] = await select<OrderRow>(
    container,
    `select c.id, c.company_id, c.currency_code, c.short_code, c.paid_at, c.paid_provider_id, c.total,
            (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'total', l.total::text,
                      'commission_percent', l.commission_percent::text) order by l.id), '[]')
               from company_order_line l where l.company_order_id = c.id and l.deleted_at is null) as lines
       from company_order c where c.id = ? and c.deleted_at is null`,
    [id]
  )
  if (!row?.paid_at) {
    return null
  }
  return {
    id: row.id,
    company_id: row.company_id,
    currency_code: row.currency_code,
    short_code: row.short_code,
    paid_at: row.paid_at,
    provider_id: row.paid_provider_id ?? "unknown",
    total_tiyin: toTiyin(row.total),
    lines: row.lines.map(({ id, total, commission_percent }) => ({
      id,
      total_tiyin: toTiyin(total),
      commission_percent,
    })),
  }
}

const REFUND = `select id, company_order_id, amount::text, coalesce(succeeded_at, updated_at) as succeeded_at, reason, lines
  from company_refund where status = 'succeeded' and deleted_at is null`

/** A refund that has succeeded; null for any other. */
export async function loadDoneRefund(container: MedusaContainer, id: string) {
  const [row] = await select<RefundRow>(container, `${REFUND} and id = ?`, [id])
  return row ? { company_order_id: row.company_order_id, refund: present(row) } : null
}

/** The succeeded refunds of a company order. */
export async function loadDoneRefunds(
  container: MedusaContainer,
  companyOrderId: string
): Promise<DoneRefund[]> {
  return (await select<RefundRow>(container, `${REFUND} and company_order_id = ?`, [companyOrderId])).map(
    present
  )
}

function present(row: RefundRow): DoneRefund {
  return {
    id: row.id,
    amount_tiyin: toTiyin(row.amount),
    succeeded_at: row.succeeded_at,
    reason: row.reason,
    lines: (row.lines ?? []).map(({ company_order_line_id, amount }) => ({
      company_order_line_id,
      amount_tiyin: toTiyin(amount),
    })),
  }
}
