import { ClickMerchantApi } from "./client"
import { ClickApiError } from "./errors"

export type ReversalOutcome =
  | { kind: "done" }
  /** Nothing was given back, and asking again changes nothing. */
  | { kind: "refused"; reason: string }
  /** Ask again later: the status is read first, so nothing happens twice. */
  | { kind: "unknown"; reason: string }

const SUCCESS = 2

export type Reversal = {
  /** Why a payment that still stands must not be taken back, if it must not. */
  forbidden?: string | null
  /** Click was asked before and may have done it: only a status that could be read tells that it did not. */
  was_asked?: boolean
  /** Runs before Click is asked; what it writes down is `was_asked` the next time. */
  beforeAsking?: () => Promise<void>
}

/**
 * Takes a whole payment back, and may be repeated after any interruption: the payment's status is read first, because
 * Click documents no idempotency (3.3, M-05). A lost answer is looked up once and never asked for twice.
 */
export async function reverseOnce(
  api: Pick<ClickMerchantApi, "paymentStatus" | "reversePayment">,
  paymentId: string,
  { forbidden = null, was_asked = false, beforeAsking }: Reversal = {}
): Promise<ReversalOutcome> {
  const before = await failureOf(() => api.paymentStatus(paymentId))
  if (before.failure) {
    return was_asked ? { kind: "unknown", reason: before.failure.reason } : before.failure
  }
  if (before.value < 0) {
    return { kind: "done" }
  }
  if (before.value !== SUCCESS) {
    return { kind: "unknown", reason: `Click still works on payment ${paymentId}` }
  }
  if (forbidden) {
    return { kind: "refused", reason: forbidden }
  }
  await beforeAsking?.()
  const asked = await failureOf(() => api.reversePayment(paymentId))
  if (asked.failure?.kind === "refused" && !was_asked) {
    return asked.failure
  }
  const after = await failureOf(() => api.paymentStatus(paymentId))
  const isGone = !after.failure && after.value < 0
  // Accepted, and the look afterwards failed: Click's word stands.
  const isAccepted = !asked.failure && !!after.failure
  if (isGone || isAccepted) {
    return { kind: "done" }
  }
  if (!asked.failure) {
    return { kind: "unknown", reason: `Click accepted, but payment ${paymentId} still stands` }
  }
  // Refused although it was asked for before: that first call may have done it, unless the payment is seen to stand.
  return after.value === SUCCESS ? asked.failure : { kind: "unknown", reason: asked.failure.reason }
}

type Tried<T> =
  { failure: null; value: T } | { failure: Exclude<ReversalOutcome, { kind: "done" }>; value?: undefined }

async function failureOf<T>(call: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { failure: null, value: await call() }
  } catch (error) {
    if (!(error instanceof ClickApiError)) {
      throw error
    }
    return { failure: { kind: error.kind === "refused" ? "refused" : "unknown", reason: error.message } }
  }
}
