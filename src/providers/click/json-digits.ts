/**
 * Reads JSON, keeping whole numbers that JavaScript cannot hold as text: `{"payment_id":9007199254740993}` gives the
 * string "9007199254740993" (M-09).
 * @throws {SyntaxError} when the text is no JSON
 */
export function parseKeepingDigits(text: string): unknown {
  const safe = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token
  )
  // Well-formed only when it was so before: a token inside a broken text must not make it whole.
  JSON.parse(text)
  return JSON.parse(safe) as unknown
}

/**
 * JSON text of an object some of whose numbers stand in it digit by digit.
 * @param numbers texts of numbers, e.g. an id beyond 2^53 or "1000.00"
 * @throws {RangeError} for text that is no plain number
 */
export function objectText(numbers: Record<string, string>, rest: Record<string, unknown> = {}): string {
  const wrong = Object.entries(numbers).find(([, text]) => !/^(0|[1-9]\d*)(\.\d+)?$/.test(text))
  if (wrong) {
    throw new RangeError(`${wrong[0]} is no number`)
  }
  const members = [
    ...Object.entries(numbers).map(([name, text]) => `${JSON.stringify(name)}:${text}`),
    ...Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`]
    ),
  ]
  return `{${members.join(",")}}`
}
