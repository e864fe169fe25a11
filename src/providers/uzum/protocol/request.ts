import { UZUM_ERROR, UzumError } from "./errors"
import { ExactJson, ExactNumber, ExactObject, isExactObject, parseExactObject } from "./json"
import { UzumMethod } from "./methods"

/** What every answer repeats of its call, as far as it could be read. */
export type Echo = { serviceId?: bigint; transId?: string }

/** A call as it was sent: read, but not judged. */
export type UzumBody = { fields: ExactObject | null; echo: Echo }

/** The required fields of a call (Uzum Merchant API 2.2); those that a call does not have are empty. */
export type UzumRequest = {
  serviceId: bigint
  /** Milliseconds since 1970 at Uzum. */
  timestamp: bigint
  transId: string
  params: ExactObject
  /** Tiyin; null for a number that cannot be an amount, which is 10011 (U-37). */
  amount: bigint | null
  /** How the buyer pays, as `/confirm` tells it. */
  details: Record<string, string | null>
}

const HAS_TRANSACTION: readonly UzumMethod[] = ["create", "confirm", "reverse", "status"]
const REQUIRED_DETAILS = ["paymentSource", "phone"] as const
const OPTIONAL_DETAILS = ["tariff", "processingReferenceNumber", "cardType"] as const

/** Reads a body. Never throws. */
export function readUzumBody(text: string): UzumBody {
  const fields = parseExactObject(text)
  const serviceId = fields && int64(fields.serviceId)
  const transId = fields && transactionId(fields.transId)
  return { fields, echo: { ...(serviceId !== null && { serviceId }), ...(transId !== null && { transId }) } }
}

/**
 * The fields of a call (U-03, U-04). A field of the wrong type counts as missing: the protocol has no other code.
 * @throws {UzumError} 10002 when the body is no JSON object, 10005 when a required field is missing
 */
export function uzumRequest(method: UzumMethod, { fields }: UzumBody): UzumRequest {
  if (!fields) {
    throw new UzumError(UZUM_ERROR.NOT_JSON)
  }
  const hasAccount = method === "check" || method === "create"
  const amount = method === "create" ? required(numberOf(fields.amount)) : null
  return {
    serviceId: required(int64(fields.serviceId)),
    timestamp: required(int64(fields.timestamp)),
    transId: HAS_TRANSACTION.includes(method) ? required(transactionId(fields.transId)) : "",
    params: hasAccount ? required(isExactObject(fields.params) ? fields.params : null) : {},
    amount: amount && amount.toInt64(),
    details: method === "confirm" ? detailsOf(fields) : {},
  }
}

/**
 * The value by which the order is found, as trimmed text, so that 1001 and "1001" are the same (U-10).
 * @param field name of the account field of the service; a setting, case-sensitive
 * @returns "" when it is missing or no text or number; that names no order (U-06)
 */
export function accountReference(params: ExactObject, field: string): string {
  const value = Object.hasOwn(params, field) ? params[field] : null
  return (scalarText(value) ?? "").trim()
}

/** The account as it is stored: texts that PostgreSQL can keep, numbers with all their digits. */
export function storableAccount(params: ExactObject): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [storable(name), scalarText(value)])
  )
}

/** The buyer has paid when `/confirm` comes, so unknown and odd values are kept instead of refused (U-35). */
function detailsOf(fields: ExactObject): UzumRequest["details"] {
  const details: UzumRequest["details"] = {}
  for (const name of REQUIRED_DETAILS) {
    details[name] = required(scalarText(fields[name]))
  }
  for (const name of OPTIONAL_DETAILS) {
    details[name] = scalarText(fields[name])
  }
  return details
}

function required<T>(value: T | null): T {
  if (value === null) {
    throw new UzumError(UZUM_ERROR.PARAMETER_MISSING)
  }
  return value
}

function numberOf(value: ExactJson | undefined): ExactNumber | null {
  return value instanceof ExactNumber ? value : null
}

function int64(value: ExactJson | undefined): bigint | null {
  return numberOf(value)?.toInt64() ?? null
}

/** A UUID by the document; any short text without control characters names a transaction of ours or none. */
function transactionId(value: ExactJson | undefined): string | null {
  return typeof value === "string" && /^[^\p{Cc}\p{Cs}\s]{1,64}$/u.test(value) ? value : null
}

function scalarText(value: ExactJson | undefined): string | null {
  return value instanceof ExactNumber ? value.text : typeof value === "string" ? storable(value) : null
}

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
function storable(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, "\uFFFD")
}
