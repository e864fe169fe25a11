import type { Field, Mapping } from "../../../../modules/exchange/lib/fields"

/** Gives a column a field, or none. A field stands once and a column has one field, so each leaves where it was. */
export function assign(mapping: Mapping, column: number, field: Field | ""): Mapping {
  const others = Object.fromEntries(
    Object.entries(mapping).filter(([name, index]) => index !== column && name !== field)
  ) as Mapping
  return field ? { ...others, [field]: column } : others
}

/** The field of a column; "" for none. */
export function fieldOf(mapping: Mapping, column: number): Field | "" {
  const found = Object.entries(mapping).find(([, index]) => index === column)
  return found ? (found[0] as Field) : ""
}

/** Whole percents of the way; 100 only when everything is done. */
export function percentOf({ total, done }: { total: number; done: number }): number {
  return total === 0 ? 100 : Math.floor((Math.min(done, total) / total) * 100)
}
