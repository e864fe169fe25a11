import { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { ExchangeErrors } from "./errors"
import { Cell, FileColumn, Mapping } from "./lib/fields"
import { RowError } from "./lib/parse-row"
import { insertRows, loadPending, PendingRow, saveResults } from "./lib/row-store"
import { beat, Lease, moveStatus, startApplying, takeLease } from "./lib/run-store"
import { Action, Counts, ImportStatus } from "./lib/status"
import { ExchangeImport } from "./models/exchange-import"
import { ExchangeImportRow } from "./models/exchange-import-row"

export type ImportDTO = Omit<InferTypeOf<typeof ExchangeImport>, "columns" | "mapping" | "counts"> & {
  columns: FileColumn[]
  mapping: Mapping
  counts: Counts
}

export type FileRow = { number: number; cells: Cell[] }
export type RowResult = {
  id: string
  action: Action
  unit: number
  errors: RowError[]
  listing_id?: string | null
  is_applied?: boolean
}

class ExchangeModuleService extends MedusaService({ ExchangeImport, ExchangeImportRow }) {
  /** Keeps an uploaded file, row by row, in one transaction. */
  @InjectTransactionManager()
  async store(
    input: Omit<Partial<ImportDTO>, "id"> & { company_id: string },
    rows: FileRow[],
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const [{ id }] = (await this.createExchangeImports(
      [{ ...input, row_count: rows.length, counts: NO_COUNTS }] as never,
      context
    )) as unknown as ImportDTO[]
    await insertRows(context, id, rows)
    return { id }
  }

  /** What a check found, for every row, with the mapping it was made with; the import is checked then. */
  @InjectTransactionManager()
  async saveCheck(
    id: string,
    mapping: Mapping,
    results: RowResult[],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    if (!(await moveStatus(context, id, ["uploaded", "checked"], "checked", { mapping }))) {
      throw ExchangeErrors.statusForbids("being applied, or finished")
    }
    await saveResults(context, id, results)
  }

  /**
   * From checked to applying; of many calls one makes it, and for the others it has been made.
   * @throws {MedusaError} IMPORT_STATUS_FORBIDS; IMPORT_ANOTHER_RUNS
   */
  @InjectTransactionManager()
  async startApplying(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await startApplying(context, id)
  }

  /** Takes an import that nobody is applying, or whose runner has been silent; null when somebody has it. */
  @InjectTransactionManager()
  async takeLease(
    input: { id: string; runner: string; silent_since: Date },
    @MedusaContext() context: Context = {}
  ): Promise<Lease | null> {
    return takeLease(context, input)
  }

  /** Says that a runner is alive; false when it has lost the import, to a cancellation or to another runner. */
  @InjectTransactionManager()
  async beat(id: string, runner: string, @MedusaContext() context: Context = {}): Promise<boolean> {
    return beat(context, id, runner)
  }

  /** The next rows that are to be applied, whole units only. */
  @InjectManager()
  async nextUnits(id: string, units: number, @MedusaContext() context: Context = {}): Promise<PendingRow[]> {
    return loadPending(context, id, units)
  }

  /** What became of applied rows; forgotten takings-over are counted from anew, because the import moves on. */
  @InjectTransactionManager()
  async settleRows(id: string, results: RowResult[], @MedusaContext() context: Context = {}): Promise<void> {
    await saveResults(context, id, results)
  }

  /** Ends the applying of an import; false when this runner does not have it any more. */
  @InjectTransactionManager()
  async finish(
    input: { id: string; runner: string; status: ImportStatus; error?: string },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const { id, runner, status, error = null } = input
    return moveStatus(context, id, ["applying"], status, { error, runner })
  }

  /** Stops an import; rows that have been applied stay applied. False when it is past that. */
  @InjectTransactionManager()
  async cancel(id: string, @MedusaContext() context: Context = {}): Promise<boolean> {
    return moveStatus(context, id, ["uploaded", "checked", "applying"], "canceled", {})
  }
}

export const NO_COUNTS: Counts = { create: 0, update: 0, unchanged: 0, error: 0, applied: 0 }

export default ExchangeModuleService
