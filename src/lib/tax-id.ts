/** STIR (INN) of a legal entity or sole trader: nine digits. No check-digit rule is published, so none is applied. */
export function isStir(text: string): boolean {
  return /^\d{9}$/.test(text)
}

/** PINFL of a person: fourteen digits, the first (sex and century of birth) 1 to 6. */
export function isPinfl(text: string): boolean {
  return /^[1-6]\d{13}$/.test(text)
}

/** Settlement account at an Uzbek bank: twenty digits. */
export function isBankAccount(text: string): boolean {
  return /^\d{20}$/.test(text)
}

/** MFO, the code of a bank's branch: five digits. */
export function isMfo(text: string): boolean {
  return /^\d{5}$/.test(text)
}

/** IKPU (MXIK), the tax committee's code of goods: seventeen digits; leading zeros matter. */
export function isIkpu(text: string): boolean {
  return /^\d{17}$/.test(text)
}
