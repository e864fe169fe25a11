/** A row before and after, field by field, for people. Pure. */

export type Difference = { field: string; before: unknown; after: unknown }

type Fields = Record<string, unknown>

/** Facts of the machinery that say nothing to a reader. */
const SILENT = /^(updated_at|raw_.+|metadata)$/

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value)

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === "" ||
  (isFields(value) && Object.keys(value).length === 0)

/** Every field as a line of its own: `listing_variant.lvar_1.cost`. */
function flat(value: unknown, prefix = ""): Map<string, unknown> {
  if (!isFields(value)) {
    return new Map(prefix ? [[prefix, value]] : [])
  }
  return new Map(
    Object.entries(value)
      .filter(([name]) => !SILENT.test(name))
      .flatMap(([name, held]) => [...flat(held, prefix ? `${prefix}.${name}` : name)])
  )
}

/**
 * What differs between two rows, in order. A row that is new or gone is told by its filled fields; masked values that differ
 * unseen are told by `changed`.
 */
export function differences(before: unknown, after: unknown, changed: string[] = []): Difference[] {
  const [old, now] = [flat(before), flat(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
    .filter(({ field, before: was, after: is }) => {
      const isSame = JSON.stringify(was ?? null) === JSON.stringify(is ?? null)
      return (
        (!isSame && !(isEmpty(was) && isEmpty(is))) || (changed.includes(field) && isSame && was === "***")
      )
    })
}

/** A value as one line of text. */
export function valueText(value: unknown): string {
  if (isEmpty(value)) {
    return "—"
  }
  return typeof value === "string" ? value : JSON.stringify(value)
}

/** Name of a field without the ids between its parts: `listing_variant › cost`. */
export function fieldName(field: string): string {
  const parts = field.split(".")
  return parts.filter((part) => !/^[a-z]+_[0-9A-Z]{10,}$/.test(part)).join(" › ")
}
