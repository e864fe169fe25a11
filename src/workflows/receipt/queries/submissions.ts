import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { FiscalStatus, FiscalSubmissionView } from "../../../modules/receipt/types"

type Row = FiscalSubmissionView & {
  next_attempt_at: Date | null
  last_error: string | null
  data: unknown
  created_at: Date
  updated_at: Date
  receipts: Array<{ id: string; number: string; company_id: string }>
}

const COLUMNS = `s.id, s.kind, s.transaction_id, s.receipt_id, s.provider_id, s.status, s.attempts, s.next_attempt_at,
  s.last_error, s.data, s.created_at, s.updated_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number_text, 'company_id', r.company_id)
            order by r.issued_at, r.id), '[]')
     from receipt r where r.deleted_at is null
      and (r.id = s.receipt_id or (r.transaction_id = s.transaction_id and r.kind = s.kind))) as receipts`

type Filter = { status?: FiscalStatus; provider_id?: string; limit: number; offset: number }

/** The queue as the operator sees it, newest first, each row with the receipts that wait for it: two statements. */
export async function listSubmissions(container: MedusaContainer, filter: Filter) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const wanted = [
    ["s.status = ?", filter.status],
    ["s.provider_id = ?", filter.provider_id],
  ].filter(([, value]) => value !== undefined)
  const condition = ["s.deleted_at is null", ...wanted.map(([sql]) => sql)].join(" and ")
  const values = wanted.map(([, value]) => value!)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} from fiscal_submission s where ${condition}
      order by s.created_at desc, s.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count from fiscal_submission s where ${condition}`,
    values
  )
  return { fiscal_submissions: rows, count: Number(counts[0].count) }
}

/**
 * One row of the queue.
 * @throws {MedusaError} 404
 */
export async function findSubmission(container: MedusaContainer, id: string): Promise<Row> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(
      `select ${COLUMNS} from fiscal_submission s where s.id = ? and s.deleted_at is null`,
      [id]
    )
  if (!rows[0]) {
    throw notFound("Fiscal submission", id)
  }
  return rows[0]
}
