import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { ReceiptErrors } from "./errors"
import { insertReceipt, lockSubject, selectIssued } from "./lib/issue"
import { Attempted, claimDue, makeDue, writeOutcome } from "./lib/submissions"
import { FiscalSubmission } from "./models/fiscal-submission"
import { LegacyReceipt } from "./models/legacy-receipt"
import { Receipt } from "./models/receipt"
import { ReceiptCounter } from "./models/receipt-counter"
import { ReceiptLine } from "./models/receipt-line"
import { FiscalOutcome, FiscalStatus, FiscalSubmissionView, IssuedReceipt, ReceiptDraft } from "./types"

class ReceiptModuleService extends MedusaService({
  Receipt,
  ReceiptLine,
  ReceiptCounter,
  FiscalSubmission,
  LegacyReceipt,
}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Issues a receipt under the next number of its company and year, with its lines, in one transaction. Repeating it, also
   * at the same time, answers the first one's receipt and takes no number.
   */
  @InjectTransactionManager()
  async issue(
    draft: ReceiptDraft,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<IssuedReceipt> {
    assertId(draft.company_id, "company id")
    assertId(draft.company_order_id, "company order id")
    if (draft.kind === "refund") {
      assertId(draft.refund_id, "refund id")
    }
    await lockSubject(context, draft)
    return (await selectIssued(context, draft)) ?? (await insertReceipt(context, draft, now))
  }

  /** The receipt of a paid order, or null. */
  @InjectManager()
  async saleOf(
    companyOrderId: string,
    @MedusaContext() context: Context = {}
  ): Promise<IssuedReceipt | null> {
    assertId(companyOrderId, "company order id")
    return selectIssued(context, { kind: "sale", company_order_id: companyOrderId, refund_id: null })
  }

  /** The receipt of a refund, or null. */
  @InjectManager()
  async refundReceiptOf(
    refundId: string,
    @MedusaContext() context: Context = {}
  ): Promise<IssuedReceipt | null> {
    assertId(refundId, "refund id")
    return selectIssued(context, { kind: "refund", company_order_id: "", refund_id: refundId })
  }

  /** Fiscal submissions whose time has come; each is taken by one caller only, and its attempt is counted. */
  @InjectTransactionManager()
  async claimDueSubmissions(
    now: number,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<FiscalSubmissionView[]> {
    return claimDue(context, now, limit)
  }

  /** Writes what an attempt came to, and when the next one is due. */
  @InjectTransactionManager()
  async recordOutcome(
    submission: Attempted,
    outcome: FiscalOutcome,
    now: number,
    @MedusaContext() context: Context = {}
  ): Promise<FiscalStatus> {
    assertId(submission.id, "fiscal submission id")
    return writeOutcome(context, submission, outcome, now)
  }

  /**
   * An operator wants another attempt now.
   * @throws {MedusaError} 404; FISCAL_NOT_RETRYABLE for one that is confirmed or not needed
   */
  @InjectTransactionManager()
  async retrySubmission(id: string, now: number, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(id, "fiscal submission id")
    if (await makeDue(context, id, now)) {
      return
    }
    const [row] = await this.listFiscalSubmissions({ id }, { select: ["id", "status"], take: 1 }, context)
    throw row ? ReceiptErrors.notRetryable(row.status) : notFound("Fiscal submission", id)
  }
}

export default ReceiptModuleService
