import { sha256 } from "../../../lib/ids"

/** JSON with the keys of every object in order: equal for equal values, whatever order they were made in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part
  )
}

/** What tells a changed row from an unchanged one. */
export function checksumOf(value: unknown): string {
  return sha256(canonicalJson(value))
}
