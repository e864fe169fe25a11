import { canonical } from "./chain"

/** Written by every change, or repeated from another column in a form of Medusa's. */
const NOISE = /^(updated_at|raw_.+)$/

type Fields = Record<string, unknown>

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date)
}

/**
 * Dotted names of what differs between a row before and after (`price`, `listing_variant.lvar_1.cost`), in order. Of
 * what was made or removed whole only the name is told; nothing for a row that is new or gone.
 */
export function changedFields(before: unknown, after: unknown): string[] {
  return isFields(before) && isFields(after) ? differences(before, after, "") : []
}

function differences(before: Fields, after: Fields, prefix: string): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names
    .filter((name) => !NOISE.test(name))
    .flatMap((name) => {
      const [old, now] = [before[name], after[name]]
      if (isFields(old) && isFields(now)) {
        return differences(old, now, `${prefix}${name}.`)
      }
      return canonical(old) === canonical(now) ? [] : [`${prefix}${name}`]
    })
}
