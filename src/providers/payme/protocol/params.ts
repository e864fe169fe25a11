import { z } from "@medusajs/framework/zod"
import { isTiyin } from "./amount"
import { PAYME_ERROR, PaymeError } from "./errors"

/** PostgreSQL stores neither NUL nor half a surrogate pair; such text names nothing of ours. */
const storableText = z.string().refine((text) => !/[\0\p{Cs}]/u.test(text))
const transactionId = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,64}$/u)
const timestamp = z.int().positive()
/** Only the type: a number that cannot be an amount is -31001, not a malformed request (P-25). */
const amount = z.custom<number>((value) => typeof value === "number")
/** Any number: whether it can be a reference is judged by `accountReference`. */
const accountValue = z.union([
  storableText,
  z.boolean(),
  z.custom<number>((value) => typeof value === "number"),
])
const account = z.record(storableText, accountValue)

const checkPerform = z.object({ amount, account })
const create = z.object({ id: transactionId, time: timestamp, amount, account })
const byId = z.object({ id: transactionId })
const cancel = z.object({ id: transactionId, reason: z.int() })
/** A range is no instant: 0 is a fair way to say "from the beginning". */
const statement = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() })
const changePassword = z.object({ password: storableText.refine((text) => text.trim() !== "") })

/**
 * Fields as the merchant configured them in the cashbox; values come as text or number (Payme Merchant API
 * 2.1).
 */
export type Account = z.infer<typeof account>
export type CheckPerformParams = z.infer<typeof checkPerform>
export type CreateParams = z.infer<typeof create>
export type TransactionParams = z.infer<typeof byId>
export type CancelParams = z.infer<typeof cancel>
export type StatementParams = z.infer<typeof statement>
export type ChangePasswordParams = z.infer<typeof changePassword>

/**
 * CheckPerformTransaction (2.3): amount in tiyin and account.
 * @throws {PaymeError} -32600 for the shape, -31001 for a number that is no amount
 */
export function checkPerformParams(params: unknown): CheckPerformParams {
  return withAmount(parse(checkPerform, params))
}

/**
 * CreateTransaction (2.4): Payme's id and time (ms), amount in tiyin, account.
 * @throws {PaymeError} -32600 for the shape, -31001 for a number that is no amount
 */
export function createParams(params: unknown): CreateParams {
  return withAmount(parse(create, params))
}

/**
 * PerformTransaction (2.5).
 * @throws {PaymeError} -32600
 */
export function performParams(params: unknown): TransactionParams {
  return parse(byId, params)
}

/**
 * CancelTransaction (2.6); any integer is a reason, also one that is not listed (2.1).
 * @throws {PaymeError} -32600
 */
export function cancelParams(params: unknown): CancelParams {
  return parse(cancel, params)
}

/**
 * CheckTransaction (2.7).
 * @throws {PaymeError} -32600
 */
export function checkParams(params: unknown): TransactionParams {
  return parse(byId, params)
}

/**
 * GetStatement (2.8): both ends in ms, both included; `from > to` is a range without rows (P-74).
 * @throws {PaymeError} -32600
 */
export function statementParams(params: unknown): StatementParams {
  return parse(statement, params)
}

/**
 * ChangePassword (2.10, legacy): the new key of the cashbox.
 * @throws {PaymeError} -31050 with data "password" when it is missing, not text or blank
 */
export function changePasswordParams(params: unknown): ChangePasswordParams {
  const parsed = changePassword.safeParse(params)
  if (!parsed.success) {
    throw new PaymeError(PAYME_ERROR.ORDER_NOT_FOUND, "password")
  }
  return parsed.data
}

/**
 * The value by which the order is found, as trimmed text, so that 1001 and "1001" are the same (P-26).
 * @param field name of the account field in the cashbox; a setting, case-sensitive
 * @throws {PaymeError} -31050 with data = field when missing, blank, or a number whose digits JSON has
 * already lost
 */
export function accountReference(received: Account, field: string): string {
  const value = Object.hasOwn(received, field) ? received[field] : ""
  const isLossy = typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER
  const reference = isLossy ? "" : String(value).trim()
  if (reference === "") {
    throw new PaymeError(PAYME_ERROR.ORDER_NOT_FOUND, field)
  }
  return reference
}

function parse<S extends z.ZodType>(schema: S, params: unknown): z.infer<S> {
  const parsed = schema.safeParse(params)
  if (!parsed.success) {
    throw new PaymeError(PAYME_ERROR.BAD_REQUEST)
  }
  return parsed.data
}

function withAmount<P extends { amount: number }>(params: P): P {
  if (!isTiyin(params.amount)) {
    throw new PaymeError(PAYME_ERROR.WRONG_AMOUNT)
  }
  return params
}
