/** Ready forms of a page. */
export type Encoding = "br" | "gzip" | "identity"

/** What a client takes, best first; `identity` last unless it is refused (RFC 9110, 12.5.3). */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  if (header === undefined) {
    return ["identity"]
  }
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(",")) {
    const [name, ...parameters] = part.split(";").map((text) => text.trim())
    const q = parameters.find((text) => text.startsWith("q="))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    if (name !== "") {
      weights.set(name === "x-gzip" ? "gzip" : name, weight >= 0 && weight <= 1 ? weight : 0)
    }
  }
  const others = weights.get("*") ?? 0
  const packed = (["br", "gzip"] as const)
    .map((name) => ({ name, weight: weights.get(name) ?? others }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name)
  const isPlainRefused = (weights.get("identity") ?? (weights.has("*") ? others : 1)) === 0
  return isPlainRefused ? packed : [...packed, "identity"]
}

/** Whether a client has this very page already (RFC 9110, 13.1.2: compared weakly, `*` matches every page). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (
    ifNoneMatch !== undefined &&
    (ifNoneMatch.trim() === "*" ||
      ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === etag))
  )
}
