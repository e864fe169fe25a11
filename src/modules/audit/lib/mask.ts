/** What an entry may keep of a row, a request or an answer. Pure: nothing here reads a clock or a table. */

export const MASKED = "***"

/** Words of a field's name that make its value a secret. */
const SECRET_WORDS = new Set([
  ..."password passwd passcode passphrase pwd secret secrets token tokens key keys card pan cvv cvc otp".split(
    " "
  ),
  ..."sha256 salt authorization cookie cookies credential credentials signature apikey jwt".split(" "),
])
/** A number named so is an amount (`card_total`), or says how many, whatever stands before. */
const AMOUNT_WORDS = new Set(["total", "amount", "count", "sum", "percent"])
/** Contents of files that travel as text. */
const CONTENT_WORDS = new Set(["csv", "content", "base64", "file"])

const LONGEST_TEXT = 2_000
const LONGEST_LIST = 200
const DEEPEST = 12
const LARGEST = 65_536
/** A value with more parts than this is larger than `LARGEST` whatever they hold, and is not looked through. */
const MOST_PARTS = 40_000

type Budget = { parts: number }
class TooManyParts extends Error {}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
}

/** Whether a field's name says that its value is a secret. */
export function isSecretName(name: string, value?: unknown): boolean {
  const words = wordsOf(name)
  const isAmount = typeof value === "number" && AMOUNT_WORDS.has(words.at(-1)!)
  return !isAmount && (words.some((word) => SECRET_WORDS.has(word)) || /api_?key|password/i.test(name))
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Secrets that are known by their look: keys, tokens, passwords in addresses, and numbers of bank cards. */
function maskText(text: string): string {
  return text
    .replace(/\b(sk|rk|whsec)_[A-Za-z0-9_]{8,}/g, MASKED)
    .replace(/\b(bearer|basic)\s+[A-Za-z0-9+/=._~-]{8,}/gi, `$1 ${MASKED}`)
    .replace(/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, MASKED)
    .replace(/(\w:\/\/[^/\s:@]*):[^/\s@]+@/g, `$1:${MASKED}@`)
    .replace(/(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/g, (found) =>
      passesLuhn(found.replace(/\D/g, "")) ? MASKED : found
    )
}

/** Text as PostgreSQL can keep it: without NUL and halves of characters, and not longer than is of use. */
export function plainText(text: string, longest = LONGEST_TEXT): string {
  const whole = text
    .replaceAll("\u0000", "\ufffd")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  // A text that was cut once is not cut again.
  if (whole.length <= longest + 40) {
    return whole
  }
  return `${plainText(whole.slice(0, longest), longest)}… (+${whole.length - longest})`
}

function maskField(name: string, value: unknown, depth: number, budget: Budget): unknown {
  if (value === null || value === undefined || value === "") {
    return value
  }
  if (typeof value !== "boolean" && isSecretName(name, value)) {
    return MASKED
  }
  if (
    typeof value === "string" &&
    value.length > 200 &&
    wordsOf(name).some((word) => CONTENT_WORDS.has(word))
  ) {
    return `[${value.length} characters]`
  }
  return maskAt(value, depth, budget)
}

function maskAt(value: unknown, depth: number, budget: Budget): unknown {
  if (--budget.parts < 0) {
    throw new TooManyParts()
  }
  if (typeof value === "string") {
    return plainText(maskText(value))
  }
  if (typeof value === "bigint") {
    return String(value)
  }
  if (value === null || typeof value === "boolean") {
    return value
  }
  if (typeof value === "number") {
    return Number.isFinite(value) ? value : null
  }
  if (typeof value !== "object") {
    return undefined
  }
  if (Buffer.isBuffer(value)) {
    return `[${value.length} bytes]`
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString()
  }
  if (depth >= DEEPEST) {
    return "…"
  }
  if (Array.isArray(value)) {
    const kept = value.slice(0, LONGEST_LIST).map((item) => maskAt(item, depth + 1, budget) ?? null)
    return value.length > LONGEST_LIST ? [...kept, `… (+${value.length - LONGEST_LIST})`] : kept
  }
  const fields = Object.entries(value).map(([name, held]) => [
    plainText(maskText(name), 200),
    maskField(name, held, depth + 1, budget),
  ])
  return Object.fromEntries(fields.filter(([, held]) => held !== undefined))
}

/**
 * A copy of a value without secrets, as plain JSON that PostgreSQL can keep: masked by the name of the field and by the
 * look of the text, files as their size, long texts and lists cut. What is too large altogether becomes its size.
 */
export function mask(value: unknown): unknown {
  try {
    const masked = maskAt(value, 0, { parts: MOST_PARTS }) ?? null
    const size = JSON.stringify(masked).length
    return size > LARGEST ? { left_out: `${size} characters` } : masked
  } catch (error) {
    if (error instanceof TooManyParts) {
      return { left_out: `more than ${MOST_PARTS} values` }
    }
    throw error
  }
}
