/** Values of a call by name, each the text exactly as it was received: the signature is over that text. */
export type ClickFields = ReadonlyMap<string, string>

/** Click's calls have a dozen fields of a few dozen characters. */
const MAX_CHARS = 16_384

/** Text that PostgreSQL cannot keep, or that changes on its way through UTF-8. */
const UNKEEPABLE = /\0|\p{Cs}/u

/**
 * Reads the body of a callback (Click SHOP API 1.4): a form, or a flat JSON object, whatever the content type says.
 * Numbers of a JSON body keep their digits as written, so that `1000.00` and ids beyond 2^53 stay whole.
 * @returns null when it is neither, a name comes twice (C-40), or a value cannot be kept as text
 */
export function readFields(body: string): ClickFields | null {
  const text = body.trim()
  if (text === "" || text.length > MAX_CHARS) {
    return null
  }
  const pairs = text.startsWith("{") ? jsonPairs(text) : [...new URLSearchParams(text)]
  const fields = new Map(pairs)
  const isKept = [...fields.values()].every((value) => !UNKEEPABLE.test(value))
  return pairs && fields.size === pairs.length && isKept ? fields : null
}

/** Names and raw values of a flat JSON object; null for any other JSON, nested values included. */
function jsonPairs(text: string): Array<[string, string]> | null {
  if (!isJson(text)) {
    return null
  }
  // The text is known to be JSON, so scanning for tokens is enough: a value that is no token is an object or a list.
  const pairs: Array<[string, string]> = []
  const member = /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|[-+.\w]+)\s*([,}])/y
  member.lastIndex = 1
  for (let match = member.exec(text); match; match = member.exec(text)) {
    const [, name, value, end] = match
    pairs.push([JSON.parse(name) as string, scalarText(value)])
    if (end === "}") {
      return pairs
    }
  }
  return null
}

/** `null` is like a field left empty; digits stay as they were written. */
function scalarText(token: string): string {
  if (token === "null") {
    return ""
  }
  return token.startsWith('"') ? (JSON.parse(token) as string) : token
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
