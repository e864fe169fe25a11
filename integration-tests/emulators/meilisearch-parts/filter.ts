/** The filter grammar of Meilisearch, as its reference documents it: what a filter says of a document. */
export type Fields = Record<string, unknown>
export type Test = (document: Fields) => boolean

export class FilterError extends Error {}

type Token = { kind: "word" | "text" | "sign"; value: string }

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(>=|<=|!=|[=<>()[\],])|([^\s=<>!()[\],"']+))/y

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (filter.slice(TOKEN.lastIndex).trim() !== "") {
    const found = TOKEN.exec(filter)
    if (!found) {
      throw new FilterError(`Was expecting an operation at the end of \`${filter}\``)
    }
    const [, text, sign, word] = found
    tokens.push(
      text !== undefined
        ? { kind: "text", value: text.slice(1, -1).replace(/\\(.)/g, "$1") }
        : sign !== undefined
          ? { kind: "sign", value: sign }
          : { kind: "word", value: word }
    )
  }
  return tokens
}

const valuesOf = (document: Fields, name: string): unknown[] => {
  const value = document[name]
  return value === undefined || value === null ? [] : [value].flat()
}
const same = (a: unknown, b: string) => String(a).toLowerCase() === b.toLowerCase()

/** @param filterable attributes that may stand in a filter @throws {FilterError} */
export function parseFilter(filter: string, filterable: readonly string[]): Test {
  const tokens = tokensOf(filter)
  let at = 0
  const isNext = (value: string) =>
    tokens[at] !== undefined && tokens[at].kind !== "text" && tokens[at].value.toUpperCase() === value
  const take = (value: string) => (isNext(value) ? (at++, true) : false)
  const need = (value: string) => {
    if (!take(value)) {
      throw new FilterError(`Expecting \`${value}\``)
    }
  }
  const operand = () => {
    const token = tokens[at++]
    if (!token || token.kind === "sign") {
      throw new FilterError("Was expecting a value but instead got nothing.")
    }
    return token.value
  }
  const either = (): Test => {
    const tests = [both()]
    while (take("OR")) {
      tests.push(both())
    }
    return (document) => tests.some((test) => test(document))
  }
  const both = (): Test => {
    const tests = [negated()]
    while (take("AND")) {
      tests.push(negated())
    }
    return (document) => tests.every((test) => test(document))
  }
  const negated = (): Test => {
    if (take("NOT")) {
      const test = negated()
      return (document) => !test(document)
    }
    if (take("(")) {
      const test = either()
      need(")")
      return test
    }
    return condition()
  }
  const list = () => {
    need("[")
    const values: string[] = []
    while (!take("]")) {
      values.push(operand())
      take(",")
    }
    return values
  }
  const condition = (): Test => {
    const name = operand()
    if (!filterable.includes(name)) {
      throw new FilterError(
        `Attribute \`${name}\` is not filterable. Available filterable attributes are: ${filterable.join(", ")}.`
      )
    }
    if (take("IN")) {
      const values = list()
      return (document) => valuesOf(document, name).some((one) => values.some((value) => same(one, value)))
    }
    if (take("NOT")) {
      if (take("EXISTS")) {
        return (document) => document[name] === undefined
      }
      need("IN")
      const values = list()
      return (document) => !valuesOf(document, name).some((one) => values.some((value) => same(one, value)))
    }
    if (take("EXISTS")) {
      return (document) => document[name] !== undefined
    }
    if (take("IS")) {
      const isNot = take("NOT")
      const isNull = take("NULL")
      if (!isNull) {
        need("EMPTY")
      }
      const test = (document: Fields) =>
        isNull
          ? document[name] === null
          : ["", "[]", "{}"].includes(
              typeof document[name] === "string" ? document[name] : JSON.stringify(document[name])
            )
      return (document) => test(document) !== isNot
    }
    const sign = tokens[at++]?.value
    const value = operand()
    if (sign === undefined) {
      throw new FilterError("Was expecting an operation `=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, …")
    }
    if (sign.toUpperCase() === "TO") {
      throw new FilterError("TO")
    }
    const passes: Record<string, (one: unknown) => boolean> = {
      "=": (one) => same(one, value),
      ">": (one) => Number(one) > Number(value),
      ">=": (one) => Number(one) >= Number(value),
      "<": (one) => Number(one) < Number(value),
      "<=": (one) => Number(one) <= Number(value),
    }
    if (sign === "!=") {
      return (document) => !valuesOf(document, name).some(passes["="])
    }
    if (!passes[sign]) {
      throw new FilterError(`Was expecting an operation, got \`${sign}\``)
    }
    return (document) => valuesOf(document, name).some(passes[sign])
  }
  if (tokens.length === 0) {
    return () => true
  }
  const test = either()
  if (at < tokens.length) {
    throw new FilterError(`Found unexpected characters at the end of the filter: \`${tokens[at].value}\``)
  }
  return test
}
