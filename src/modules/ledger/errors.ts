import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of the ledger room. */
export const SettlementErrors = {
  alreadyClosed: (from: string, to: string) =>
    catalogueError(
      NOT_ALLOWED,
      "SETTLEMENT_ALREADY_CLOSED",
      `The period ${from} to ${to} has been closed for this company already`
    ),
  overlaps: (until: string) =>
    catalogueError(
      NOT_ALLOWED,
      "SETTLEMENT_PERIOD_OVERLAPS",
      `This company's last statement reaches to ${until}; the next period must begin after it`
    ),
  periodOpen: (to: string) =>
    catalogueError(
      INVALID_DATA,
      "SETTLEMENT_PERIOD_OPEN",
      `${to} is not over yet in Tashkent; only days that are over can be closed`
    ),
  nothing: () =>
    catalogueError(
      NOT_ALLOWED,
      "SETTLEMENT_EMPTY",
      "There is nothing to settle: no entries older than the hold period, and nothing carried that can be paid"
    ),
  alreadyPaid: () =>
    catalogueError(
      NOT_ALLOWED,
      "SETTLEMENT_ALREADY_PAID",
      "This statement has been marked as paid already; a second payout would pay it twice"
    ),
  notPayable: () =>
    catalogueError(
      NOT_ALLOWED,
      "SETTLEMENT_NOT_PAYABLE",
      "Nothing is paid by this statement: its balance is negative or below the minimum and carried to the next one"
    ),
}
