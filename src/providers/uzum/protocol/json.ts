/** A number of JSON exactly as it was written. */
export class ExactNumber {
  constructor(readonly text: string) {}

  /** Its value, when it is written as a whole number that fits into int64. */
  toInt64(): bigint | null {
    if (!/^-?\d{1,19}$/.test(this.text)) {
      return null
    }
    const value = BigInt(this.text)
    return BigInt.asIntN(64, value) === value ? value : null
  }
}

export type ExactJson = null | boolean | string | ExactNumber | ExactJson[] | ExactObject
export type ExactObject = { [name: string]: ExactJson }

/** Calls nest two levels; a reader that recurses would overflow the stack at some thousands. */
const MAX_DEPTH = 32

/** In valid JSON: a text with the colon behind it (a name), a text (a value), or a number. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Reads a JSON object without losing digits: `JSON.parse` would turn 9007199254740993 into 9007199254740992.
 * @returns null when the text is no JSON object, or one that nests deeper than 32 levels
 */
export function parseExactObject(text: string): ExactObject | null {
  if (!isJson(text) || depthOf(text) > MAX_DEPTH) {
    return null
  }
  // Numbers become marked texts; so do texts, for nobody may write a number's mark himself.
  const marked = text.replace(TOKEN, (token: string, value?: string, colon?: string) => {
    const isName = colon !== undefined
    return isName ? token : value === undefined ? `"n${token}"` : `"t${value.slice(1)}`
  })
  const parsed = JSON.parse(marked, (_, value: unknown) =>
    typeof value !== "string" ? value : value[0] === "n" ? new ExactNumber(value.slice(1)) : value.slice(1)
  ) as ExactJson
  return isExactObject(parsed) ? parsed : null
}

/** Whether a value is an object, and neither a list nor a number. */
export function isExactObject(value: ExactJson | undefined): value is ExactObject {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [char] of text.replace(TOKEN, "").matchAll(/[[\]{}]/g)) {
    depth += char === "{" || char === "[" ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
