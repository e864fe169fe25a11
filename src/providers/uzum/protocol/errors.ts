/** Every code of Uzum Merchant API 2.3; text, because the schema says so. 10004 does not exist. */
export const UZUM_ERROR = {
  ACCESS_DENIED: "10001",
  NOT_JSON: "10002",
  NOT_POST: "10003",
  PARAMETER_MISSING: "10005",
  WRONG_SERVICE: "10006",
  ACCOUNT_NOT_FOUND: "10007",
  ALREADY_PAID: "10008",
  PAYMENT_CANCELLED: "10009",
  TRANSACTION_EXISTS: "10010",
  WRONG_AMOUNT: "10011",
  /** Accumulating accounts only; an order has one amount. */
  AMOUNT_TOO_SMALL: "10012",
  /** Accumulating accounts only; an order has one amount. */
  AMOUNT_TOO_LARGE: "10013",
  TRANSACTION_NOT_FOUND: "10014",
  TRANSACTION_CANCELLED: "10015",
  ALREADY_CONFIRMED: "10016",
  CANNOT_BE_CANCELLED: "10017",
  ALREADY_CANCELLED: "10018",
  TRY_LATER: "99999",
} as const

export type UzumErrorCode = (typeof UZUM_ERROR)[keyof typeof UZUM_ERROR]

/** A refusal in the protocol's own words. */
export class UzumError extends Error {
  override name = "UzumError"

  constructor(readonly code: UzumErrorCode) {
    super(`Uzum is answered with ${code}`)
  }
}
