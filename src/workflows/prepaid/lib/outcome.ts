import { MedusaError } from "@medusajs/framework/utils"

/** HTTP answers that say nothing about whether the call was carried out, or will be when it is made again. */
const NOT_FINAL = [401, 403, 408, 409, 423, 425, 429]

const FINAL_TYPES: string[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_ALLOWED]

/**
 * Whether a failed call to a payment provider is surely refused, for good. Everything else (a broken connection, a fault
 * of the provider, a wrong key of ours, an error that says nothing) may have been carried out, or may be later: who takes
 * it for a refusal gives money back twice.
 */
export function isRefused(error: unknown): boolean {
  for (let at = error as ProviderError | undefined; at; at = at.cause as ProviderError | undefined) {
    const status = at.statusCode ?? at.status
    if (at.type === "StripeIdempotencyError" || at.rawType === "idempotency_error") {
      return false
    }
    if (typeof status === "number") {
      return status >= 400 && status < 500 && !NOT_FINAL.includes(status)
    }
    if (MedusaError.isMedusaError(at) && FINAL_TYPES.includes(at.type!)) {
      return true
    }
  }
  return false
}

type ProviderError = {
  statusCode?: unknown
  status?: unknown
  type?: string
  rawType?: string
  cause?: unknown
}

/** One line for a person, without the provider's stack. */
export function reasonOf(error: unknown): string {
  return String((error as Error)?.message ?? error).slice(0, 500)
}
