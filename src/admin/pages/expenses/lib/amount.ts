/** Amounts as people write them by hand. */

const SPACES = /[\s\u00a0_'’]/g
const UNITS: Record<string, number> = { "": 1, k: 1000, к: 1000, т: 1000, m: 1_000_000, м: 1_000_000 }
/** Twelve digits of so'm: what the server takes. */
const MOST = 999_999_999_999

/**
 * Reads an amount above 0 with at most two decimals: "150 000", "150.000", "12 500,50", "150k", "1,5m"; null when it is none.
 * A mark before exactly three digits groups them, before one or two it begins the decimals.
 */
export function readMoney(typed: string): number | null {
  const found = /^([\d.,]+)([kкmмт]?)$/.exec(typed.toLowerCase().replace(SPACES, ""))
  if (!found) {
    return null
  }
  const [, digits, unit] = found
  const tail = /[.,](\d{1,2})$/.exec(digits)
  const whole = (tail ? digits.slice(0, -tail[0].length) : digits).replace(/[.,](?=\d{3}(?!\d))/g, "")
  if (!/^\d{1,12}$/.test(whole)) {
    return null
  }
  const hundredths = Number(whole) * 100 + Number((tail?.[1] ?? "").padEnd(2, "0"))
  const value = (hundredths * UNITS[unit]) / 100
  return value > 0 && value <= MOST ? value : null
}

/** An amount as it is typed into a field again. */
export const typedOf = (amount: number): string => String(amount)
