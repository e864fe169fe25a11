import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { countVerdicts, ResultRow } from "./lib/match"
import { Reconciliation } from "./models/reconciliation"
import { ReconciliationRow } from "./models/reconciliation-row"

export type NewReconciliation = {
  provider_id: string
  period_from: Date
  period_to: Date
  source: "rows" | "csv"
  file_name: string | null
  created_by: string | null
}

/** Rows in one statement; PostgreSQL reads them from one JSON text. */
const BATCH = 5_000

class ReconciliationModuleService extends MedusaService({ Reconciliation, ReconciliationRow }) {
  /**
   * Stores a comparison with its rows, as one transaction. All of it in SQL: the rows refer to the comparison, which the
   * ORM would write after them.
   */
  @InjectTransactionManager()
  async store(
    input: NewReconciliation,
    rows: ResultRow[],
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const reconciliation = { id: generateEntityId(undefined, "recon") }
    await sql(
      context,
      `insert into reconciliation (id, provider_id, period_from, period_to, source, file_name, created_by, counts)
       values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
      [
        reconciliation.id,
        input.provider_id,
        input.period_from,
        input.period_to,
        input.source,
        input.file_name,
        input.created_by,
        JSON.stringify(countVerdicts(rows)),
      ]
    )
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH).map((row, index) => ({
        ...row,
        id: generateEntityId(undefined, "recrow"),
        position: start + index,
      }))
      await sql(
        context,
        `insert into reconciliation_row (id, reconciliation_id, position, verdict, external_id, reference,
           their_state, our_state, note, their_amount_tiyin, our_amount_tiyin)
         select r.id, ?, r.position, r.verdict, r.external_id, r.reference, r.their_state, r.our_state, r.note,
                r.their_amount_tiyin, r.our_amount_tiyin
           from jsonb_to_recordset(?::jsonb) as r(id text, position integer, verdict text, external_id text,
             reference text, their_state text, our_state integer, note text, their_amount_tiyin bigint,
             our_amount_tiyin bigint)`,
        [reconciliation.id, JSON.stringify(batch)]
      )
    }
    return reconciliation
  }

  /** A page of a comparison's rows; what differs comes first unless a verdict is asked for. */
  @InjectManager()
  async listRows(
    input: { reconciliation_id: string; verdict?: string; limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<Array<ResultRow & { id: string }>> {
    assertId(input.reconciliation_id, "reconciliation id")
    const rows = await sql<{ row: ResultRow & { id: string } }>(
      context,
      `select jsonb_build_object('id', r.id, 'verdict', r.verdict, 'external_id', r.external_id, 'reference', r.reference,
              'their_amount_tiyin', r.their_amount_tiyin, 'our_amount_tiyin', r.our_amount_tiyin,
              'their_state', r.their_state, 'our_state', r.our_state, 'note', r.note) as row
         from reconciliation_row r where r.reconciliation_id = ? ${input.verdict ? "and r.verdict = ?" : ""}
        order by (r.verdict = 'matched'), r.position limit ? offset ?`,
      [input.reconciliation_id, ...(input.verdict ? [input.verdict] : []), input.limit, input.offset]
    )
    return rows.map(({ row }) => row)
  }
}

export default ReconciliationModuleService
