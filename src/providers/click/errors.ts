/**
 * - `refused`: Click answered and said no; nothing was done by this call.
 * - `unavailable`: no answer, or none that says anything; whether the call took effect is unknown.
 */
export type ClickApiFailure = "refused" | "unavailable"

/**
 * A call of Click's Merchant API that did not succeed (3.1). It carries what Click said and nothing of what was sent:
 * bodies hold card numbers, headers the signature.
 */
export class ClickApiError extends Error {
  override readonly name = "ClickApiError"
  readonly note: string

  constructor(
    readonly kind: ClickApiFailure,
    readonly operation: string,
    readonly error_code: number | null,
    note: string
  ) {
    // Whoever echoes a card number in an error must not get it into our log.
    const safe = note.replace(/\d{12,}/g, "…").slice(0, 300)
    super(`Click ${operation}: ${safe}${error_code === null ? "" : ` (${error_code})`}`)
    this.note = safe
  }
}
