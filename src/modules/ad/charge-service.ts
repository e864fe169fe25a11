import { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { insertCharges, markPosted, noteFunds, selectUnposted } from "./lib/charge-rows"
import { ReviewService } from "./review-service"

/** What ads cost, on its way from the counting to the ledger. */
export class ChargeService extends ReviewService {
  /**
   * Makes charges of what has been counted since the last.
   * @param input.quiet_minutes how long an ad's present day is left alone after a charge
   * @returns how many were made
   */
  @InjectTransactionManager()
  async makeCharges(
    input: { now: Date; quiet_minutes: number },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const quietSince = new Date(input.now.getTime() - input.quiet_minutes * 60_000)
    return insertCharges(context, input.now, quietSince)
  }

  /** Charges that the ledger may not know yet. */
  @InjectManager()
  async unpostedCharges(limit: number, @MedusaContext() context: Context = {}): Promise<string[]> {
    return (await selectUnposted(context, limit)).map(({ id }) => id)
  }

  /** Notes that a charge is in the ledger. */
  @InjectTransactionManager()
  async markChargePosted(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(id, "charge id")
    await markPosted(context, id)
  }

  /**
   * Notes which companies with running ads have no money.
   * @returns those that have to be told now
   */
  @InjectTransactionManager()
  async noteFundsOut(companyIds: string[], @MedusaContext() context: Context = {}): Promise<string[]> {
    return noteFunds(context, companyIds)
  }
}
