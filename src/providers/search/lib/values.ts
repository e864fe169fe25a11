import { SearchErrors } from "../errors"
import { Column } from "./plan"

/** A value in the form of its column: PostgreSQL would answer one that does not fit with an error of its own. */
export function valueFor({ path, kind }: Pick<Column, "path" | "kind">, value: unknown): unknown {
  const fits = FITS[kind](value)
  if (fits === undefined) {
    throw SearchErrors.filterInvalid(`${path}: ${kind} expected`)
  }
  return fits
}

const FITS: Record<Column["kind"], (value: unknown) => unknown> = {
  text: (value) =>
    ["string", "number", "boolean"].includes(typeof value) && !String(value).includes("\0")
      ? String(value)
      : undefined,
  number: (value) => {
    const isNumber = typeof value === "number" || (typeof value === "string" && value.trim() !== "")
    return isNumber && Number.isFinite(Number(value)) ? Number(value) : undefined
  },
  boolean: (value) =>
    typeof value === "boolean"
      ? value
      : ({ true: true, false: false } as Record<string, boolean>)[String(value)],
  date: (value) => {
    const date = new Date(value as string)
    return value !== null && typeof value !== "boolean" && !Number.isNaN(date.getTime())
      ? date.toISOString()
      : undefined
  },
}
