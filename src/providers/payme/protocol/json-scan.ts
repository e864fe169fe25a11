/** What the text of a JSON object tells that `JSON.parse` forgets. */
export type JsonScan = {
  /**
   * Source text of the wanted top-level member, the last one when repeated; undefined when absent or not a
   * scalar.
   */
  token: string | undefined
  /** Deepest nesting of objects and arrays; 1 for `{}`. */
  depth: number
}

/**
 * Walks the text once, without recursion, and finds a top-level member exactly as it was written:
 * `JSON.parse` would turn 9007199254740993 into 9007199254740992 and 1.0 into 1.
 * @param text valid JSON whose top level is an object; checked by the caller
 * @param member name of the member, after unescaping
 */
export function scanJsonObject(text: string, member: string): JsonScan {
  let token: string | undefined
  let key: string | undefined
  let isKeyNext = false
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at)
    const char = text[at]
    if (char === "{" || char === "[") {
      if (depth === 1 && key === member) {
        token = undefined
      }
      depth += 1
      deepest = Math.max(deepest, depth)
      isKeyNext = depth === 1
    } else if (char === "}" || char === "]") {
      depth -= 1
    } else if (depth === 1 && char === ",") {
      isKeyNext = true
    } else if (depth === 1 && isKeyNext && char === '"') {
      key = JSON.parse(text.slice(at, end)) as string
      isKeyNext = false
    } else if (depth === 1 && key === member && isScalarStart(char)) {
      token = text.slice(at, end)
    }
    at = end
  }
  return { token, depth: deepest }
}

function isScalarStart(char: string): boolean {
  return /["\w-]/.test(char)
}

function tokenEnd(text: string, start: number): number {
  const char = text[start]
  let end = start + 1
  if (char === '"') {
    while (end < text.length && text[end] !== '"') {
      end += text[end] === "\\" ? 2 : 1
    }
    return end + 1
  }
  if (isScalarStart(char)) {
    while (end < text.length && /[\w+.-]/.test(text[end])) {
      end += 1
    }
  }
  return end
}
