import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { SettlementErrors } from "./errors"
import { Posting } from "./lib/posting"
import { EntryFilter, EntryRow, PostedAbout, selectEntries, selectOwed, selectPostedAbout } from "./lib/read"
import { Closed, ClosingPeriod, closePeriod } from "./lib/settle"
import {
  markPaid,
  selectStatement,
  selectStatementLines,
  selectStatements,
  StatementFilter,
  StatementLineView,
  StatementView,
} from "./lib/statements"
import { LedgerDay, selectBalances, selectDays } from "./lib/summary"
import { insertPosting } from "./lib/write"
import { LedgerAccount } from "./models/ledger-account"
import { LedgerEntry } from "./models/ledger-entry"
import { LedgerTransaction } from "./models/ledger-transaction"
import { Settlement } from "./models/settlement"
import { SettlementLine } from "./models/settlement-line"

/** A payout posting also moves its statement to `paid`, in the same transaction. */
export type StatementPayment = { id: string; proof: string; paid_by: string | null; paid_at: Date }

class LedgerModuleService extends MedusaService({
  LedgerAccount,
  LedgerTransaction,
  LedgerEntry,
  Settlement,
  SettlementLine,
}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Writes postings, all or none; one whose reference is in the ledger already is passed over. Only `postLedgerWorkflow`
   * calls it: there is one way into the ledger, and none out.
   * @returns references that were written now
   * @throws {MedusaError} SETTLEMENT_ALREADY_PAID when a payment is given and the statement has been paid
   */
  @InjectTransactionManager()
  async post(
    postings: Posting[],
    payment?: StatementPayment,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    if (payment && !(await markPaid(context, payment))) {
      throw SettlementErrors.alreadyPaid()
    }
    const written: string[] = []
    for (const posting of postings) {
      assertId(posting.company_id, "company id")
      if (await insertPosting(context, posting)) {
        written.push(posting.reference)
      }
    }
    return written
  }

  /** What has been posted about a company order. */
  @InjectManager()
  async postedAbout(companyOrderId: string, @MedusaContext() context: Context = {}): Promise<PostedAbout> {
    assertId(companyOrderId, "company order id")
    return selectPostedAbout(context, companyOrderId)
  }

  /** A page of entries, the last posted first. */
  @InjectManager()
  async listLedger(filter: EntryFilter, @MedusaContext() context: Context = {}): Promise<EntryRow[]> {
    return selectEntries(context, filter)
  }

  /** What a company is owed now, in tiyin; negative when it owes the market. */
  @InjectManager()
  async owedTo(
    companyId: string,
    currencyCode = "uzs",
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    assertId(companyId, "company id")
    return (await selectOwed(context, currencyCode, [companyId])).get(companyId) ?? 0
  }

  /** What stands on each of a company's accounts, in tiyin. */
  @InjectManager()
  async balancesOf(companyId: string, currencyCode: string, @MedusaContext() context: Context = {}) {
    assertId(companyId, "company id")
    return selectBalances(context, companyId, currencyCode)
  }

  /** A company's days of a period. */
  @InjectManager()
  async daysOf(
    period: { company_id: string; currency_code: string; from: string; to: string },
    @MedusaContext() context: Context = {}
  ): Promise<LedgerDay[]> {
    assertId(period.company_id, "company id")
    return selectDays(context, period)
  }

  /** Closes a period of one company into a statement, once. */
  @InjectTransactionManager()
  async closePeriod(input: ClosingPeriod, @MedusaContext() context: Context = {}): Promise<Closed> {
    assertId(input.company_id, "company id")
    return closePeriod(context, input)
  }

  /** Statements, the latest period first. */
  @InjectManager()
  async listStatements(filter: StatementFilter, @MedusaContext() context: Context = {}) {
    return selectStatements(context, filter)
  }

  /**
   * One statement; with a company only if it is that company's.
   * @throws {MedusaError} 404
   */
  @InjectManager()
  async statement(
    input: { id: string; company_id?: string },
    @MedusaContext() context: Context = {}
  ): Promise<StatementView> {
    assertId(input.id, "settlement id")
    const statement = await selectStatement(context, input.id, input.company_id)
    if (!statement) {
      throw notFound("Settlement", input.id)
    }
    return statement
  }

  /** What a statement counts, line by line. */
  @InjectManager()
  async statementLines(id: string, @MedusaContext() context: Context = {}): Promise<StatementLineView[]> {
    assertId(id, "settlement id")
    return selectStatementLines(context, id)
  }
}

export default LedgerModuleService
