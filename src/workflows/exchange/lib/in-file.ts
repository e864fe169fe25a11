import { Field } from "../../../modules/exchange/lib/fields"
import { RowError, RowValues } from "../../../modules/exchange/lib/parse-row"
import { optionsKey } from "./match"
import type { ParsedRow } from "./plan"

/** What earlier rows of the same file have already said. The later of two rows that cannot both be right is the wrong one. */
export class InFile {
  private readonly seen = new Map<string, number>()
  private readonly groupNames = new Map<string, string>()

  constructor(rows: ParsedRow[]) {
    for (const { values } of rows) {
      if (values.group && values.name_uz && !this.groupNames.has(values.group)) {
        this.groupNames.set(values.group, values.name_uz)
      }
    }
  }

  /** Only the first row of a group has to give the name. */
  withGroupName(values: RowValues): RowValues {
    const name_uz = values.name_uz ?? (values.group ? this.groupNames.get(values.group) : undefined)
    return name_uz === undefined ? values : { ...values, name_uz }
  }

  /** Codes of a row that an earlier row has, too. */
  twice({ number, values }: ParsedRow): RowError[] {
    return (["id", "barcode", "shop_code"] as const satisfies Field[]).flatMap((field) => {
      const value = values[field]
      const line = value ? this.first(`${field}:${value}`, number) : null
      return line ? [{ field, code: "twice_in_file", params: { line } }] : []
    })
  }

  /** Line of an earlier row about the same variant, or null. */
  target(variantId: string, number: number): number | null {
    return this.first(`variant:${variantId}`, number)
  }

  /**
   * Line of an earlier row that makes goods of this name and kind, or null; asked by rows without codes, which could not
   * be told from those the next time.
   */
  named({ number, values }: ParsedRow): number | null {
    const line = this.first(`name:${values.name_uz}|${optionsKey(values.options)}`, number)
    return values.barcode || values.shop_code ? null : line
  }

  private first(key: string, number: number): number | null {
    const line = this.seen.get(key)
    if (line === undefined) {
      this.seen.set(key, number)
    }
    return line ?? null
  }
}
