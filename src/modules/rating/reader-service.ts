import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { RatingErrors } from "./errors"
import { isShown, REPORTS_TO_LOOK } from "./lib/content"
import { lockReview, ReviewRow, updateReview } from "./lib/review-rows"
import { ReviewService } from "./review-service"

type Reader = { id: string; customer_id: string }

/** What readers say of a review. */
export class ReaderService extends ReviewService {
  /**
   * Says whether a review was helpful; null takes it back. The counters are the trigger's.
   * @throws {MedusaError} 404, REVIEW_OWN
   */
  @InjectTransactionManager()
  async vote(
    input: Reader & { is_helpful: boolean | null },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.requireOthers(input, context)
    const { id, customer_id, is_helpful } = input
    if (is_helpful === null) {
      await sql(context, `delete from review_vote where review_id = ? and customer_id = ?`, [id, customer_id])
      return
    }
    await sql(
      context,
      `insert into review_vote as v (id, review_id, customer_id, is_helpful) values (?, ?, ?, ?)
       on conflict (review_id, customer_id) where deleted_at is null
       do update set is_helpful = excluded.is_helpful, updated_at = now() where v.is_helpful <> excluded.is_helpful`,
      [generateEntityId(undefined, "rvot"), id, customer_id, is_helpful]
    )
  }

  /**
   * Reports a review to the operator, once per customer; the third report brings it into the queue, where it goes on
   * being shown.
   * @throws {MedusaError} 404, REVIEW_OWN
   */
  @InjectTransactionManager()
  async report(
    input: Reader & { reason: string; note: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const row = await lockReview(context, input.id)
    this.refuseOwn(row, input.customer_id)
    const made = await sql(
      context,
      `insert into review_report (id, review_id, customer_id, reason, note) values (?, ?, ?, ?, ?)
       on conflict (review_id, customer_id) where deleted_at is null do nothing returning id`,
      [generateEntityId(undefined, "rrep"), row.id, input.customer_id, input.reason, input.note]
    )
    if (made.length > 0) {
      const report_count = await this.openReports(row.id, context)
      const isMuch = report_count >= REPORTS_TO_LOOK && row.status === "approved"
      await updateReview(context, row.id, { report_count, ...(isMuch && { status: "reported" }) })
    }
  }

  private async openReports(id: string, context: Context): Promise<number> {
    const [{ count }] = await sql<{ count: number }>(
      context,
      `select count(*)::int as count from review_report where review_id = ? and handled_at is null and deleted_at is null`,
      [id]
    )
    return count
  }

  private async requireOthers({ id, customer_id }: Reader, context: Context): Promise<void> {
    assertId(id, "review id")
    const [row] = await sql<ReviewRow>(
      context,
      `select id, customer_id, status from product_review where id = ? and deleted_at is null`,
      [id]
    )
    this.refuseOwn(row ?? { id }, customer_id)
  }

  private refuseOwn(row: { id: string } & Partial<ReviewRow>, customerId: string): void {
    assertId(customerId, "customer id")
    if (!row.status || !isShown(row.status)) {
      throw notFound("Review", row.id)
    }
    if (row.customer_id === customerId) {
      throw RatingErrors.own()
    }
  }
}
