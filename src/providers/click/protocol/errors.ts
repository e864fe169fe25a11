/** The codes that the two callbacks answer with (Click SHOP API 2.3). */
export const CLICK_ERROR = {
  SUCCESS: 0,
  SIGN_CHECK_FAILED: -1,
  WRONG_AMOUNT: -2,
  ACTION_NOT_FOUND: -3,
  ALREADY_PAID: -4,
  ORDER_NOT_FOUND: -5,
  TRANSACTION_NOT_FOUND: -6,
  NOT_STORED: -7,
  BAD_REQUEST: -8,
  CANCELLED: -9,
} as const

export type ClickErrorCode = (typeof CLICK_ERROR)[keyof typeof CLICK_ERROR]

/** The standard notes of 2.3; testers compare the number only. */
export const CLICK_NOTES: Readonly<Record<ClickErrorCode, string>> = {
  [0]: "Success",
  [-1]: "SIGN CHECK FAILED!",
  [-2]: "Incorrect parameter amount",
  [-3]: "Action not found",
  [-4]: "Already paid",
  [-5]: "User does not exist",
  [-6]: "Transaction does not exist",
  [-7]: "Failed to update user",
  [-8]: "Error in request from click",
  [-9]: "Transaction cancelled",
}

/** A refusal in the protocol's own words; anything else that is thrown is answered as -7. */
export class ClickError extends Error {
  override readonly name = "ClickError"

  constructor(readonly code: Exclude<ClickErrorCode, 0>) {
    super(CLICK_NOTES[code])
  }
}
