/**
 * A telephone of the old system as E.164. Nobody ever proved these numbers and people typed them freely, so everything
 * but digits is dropped first; that is laxer than `lib/phone.ts`, which refuses letters.
 * @returns `+998XXXXXXXXX`, or null
 */
export function legacyPhone(typed: unknown): string | null {
  if (typeof typed !== "string") {
    return null
  }
  const digits = typed.normalize("NFKC").replace(/\D/g, "").replace(/^00/, "")
  const [national] =
    [/^8998(\d{9})$/, /^998(\d{9})$/, /^[08](\d{9})$/, /^(\d{9})$/]
      .map((shape) => shape.exec(digits)?.[1])
      .filter((found) => found !== undefined) ?? []
  return national === undefined ? null : `+998${national}`
}

/** The cash desk wrote this where a customer's telephone belongs. */
export function isCashDesk(typed: unknown): boolean {
  return typeof typed === "string" && typed.trim().toUpperCase() === "CASH"
}
