import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { refreshPriors } from "./lib/priors"
import { WordService } from "./word-service"

/** Stars of companies. Triggers count them. */
export class CompanyRatingService extends WordService {
  /**
   * Gives a company stars, or changes them: one row, however many calls come at once. Whether the customer may is the
   * caller's to ask (`lib/right.ts`).
   * @returns whether anything changed
   */
  @InjectTransactionManager()
  async rate(
    input: { company_id: string; customer_id: string; stars: number; company_order_id: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const { company_id, customer_id, stars, company_order_id } = input
    assertId(company_id, "company id")
    assertId(customer_id, "customer id")
    const rows = await sql(
      context,
      `insert into company_rating as r (id, company_id, customer_id, stars, company_order_id) values (?, ?, ?, ?, ?)
       on conflict (company_id, customer_id) where deleted_at is null
       do update set stars = excluded.stars, company_order_id = coalesce(excluded.company_order_id, r.company_order_id),
                     updated_at = now()
        where r.stars <> excluded.stars returning id`,
      [generateEntityId(undefined, "crat"), company_id, customer_id, stars, company_order_id]
    )
    return rows.length > 0
  }

  /** Takes a customer's stars back. @returns whether there were any */
  @InjectTransactionManager()
  async unrate(
    input: { company_id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(input.company_id, "company id")
    assertId(input.customer_id, "customer id")
    const rows = await sql(
      context,
      `update company_rating set deleted_at = now(), updated_at = now()
        where company_id = ? and customer_id = ? and deleted_at is null returning id`,
      [input.company_id, input.customer_id]
    )
    return rows.length > 0
  }

  /** Brings the market's means up to date and, where they moved, every score (`lib/priors.ts`). */
  @InjectTransactionManager()
  async refreshPriors(@MedusaContext() context: Context = {}): Promise<void> {
    await refreshPriors((statement, values) => sql(context, statement, values), this.priorWeight())
  }

  protected priorWeight(): number {
    return 10
  }
}
