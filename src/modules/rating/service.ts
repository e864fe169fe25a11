import { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { RatingErrors } from "./errors"
import { isShown } from "./lib/content"
import { approvalOf, Decision, rejectionOf } from "./lib/decide"
import { factsOf, lockReview, ReviewFacts, ReviewRow, updateReview } from "./lib/review-rows"
import { ReaderService } from "./reader-service"

type Judge = { id: string; user_id: string }

/** What the operator decides about a review, and the answer of the company whose goods they are. */
class RatingModuleService extends ReaderService {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Approves what waits: the review, its edit, its photos, or a reported one; also what had been rejected.
   * @param input.revision what the operator has read; an author may have changed it meanwhile
   * @returns `is_new` false when there was nothing to decide
   * @throws {MedusaError} 404, REVIEW_CHANGED_SINCE
   */
  @InjectTransactionManager()
  approve(
    input: Judge & { revision?: number },
    @MedusaContext() context: Context = {}
  ): Promise<ReviewFacts & { is_new: boolean }> {
    return this.decide(input, (row) => approvalOf(row, new Date()), context)
  }

  /**
   * Rejects what waits. Of a shown review that is its edit and its new photos: the old text stays. A shown one of which
   * nothing waits, or that was reported, is taken down.
   * @throws {MedusaError} 404, REVIEW_CHANGED_SINCE
   */
  @InjectTransactionManager()
  reject(
    input: Judge & { revision?: number; reason: string },
    @MedusaContext() context: Context = {}
  ): Promise<ReviewFacts & { is_new: boolean }> {
    return this.decide(input, (row) => rejectionOf(row, input.reason), context)
  }

  /** Leaves a reported review as it is. @throws {MedusaError} 404 */
  @InjectTransactionManager()
  async dismissReports(input: Judge, @MedusaContext() context: Context = {}): Promise<void> {
    const row = await lockReview(context, input.id)
    await this.handleReports(row.id, context)
    const status = row.status === "reported" ? "approved" : row.status
    await updateReview(context, row.id, { status, report_count: 0 })
  }

  /**
   * The company's answer, anew or changed; null takes it off.
   * @throws {MedusaError} 404, REVIEW_NOT_SHOWN, REVIEW_REPLY_WORDS
   */
  @InjectTransactionManager()
  async reply(
    input: { id: string; company_id: string; user_id: string; text: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<ReviewFacts> {
    assertId(input.company_id, "company id")
    const row = await lockReview(context, input.id, { company_id: input.company_id })
    const { text } = input
    if (text === null) {
      await updateReview(context, row.id, { reply_text: null, reply_at: null, reply_by: null })
      return factsOf(row)
    }
    if (!isShown(row.status)) {
      throw RatingErrors.notShown()
    }
    const flagged = await this.flagged(text, context)
    if (flagged.length > 0) {
      throw RatingErrors.replyWords(flagged)
    }
    await updateReview(context, row.id, { reply_text: text, reply_at: new Date(), reply_by: input.user_id })
    return factsOf(row)
  }

  private async decide(
    input: Judge & { revision?: number },
    decisionOn: (row: ReviewRow) => Decision | null,
    context: Context
  ): Promise<ReviewFacts & { is_new: boolean }> {
    const row = await lockReview(context, input.id)
    if (input.revision !== undefined && input.revision !== row.revision) {
      throw RatingErrors.changedSince()
    }
    const decision = decisionOn(row)
    if (decision === null) {
      return { ...factsOf(row), is_new: false }
    }
    const { photos, ...columns } = decision
    if (photos !== "keep") {
      const change = photos === "approve" ? "is_approved = true" : "deleted_at = now()"
      await sql(
        context,
        `update review_photo set ${change}, updated_at = now()
          where review_id = ? and not is_approved and deleted_at is null`,
        [row.id]
      )
    }
    await this.handleReports(row.id, context)
    const reviewed = { reviewed_at: new Date(), reviewed_by: input.user_id }
    await updateReview(context, row.id, { ...columns, ...reviewed, waits_since: null, report_count: 0 })
    return { ...factsOf(row), is_new: true }
  }

  private async handleReports(id: string, context: Context): Promise<void> {
    const done = `update review_report set handled_at = now(), updated_at = now() where review_id = ? and handled_at is null`
    await sql(context, done, [id])
  }

  protected override isModerated(): boolean {
    return this.options.reviews.moderated
  }

  protected override priorWeight(): number {
    return this.options.reviews.prior_weight
  }
}

export default RatingModuleService
