import { isEan } from "../../../lib/barcode"
import { textOf } from "./values"

/**
 * The barcode that a text of the old system is: EAN-13, EAN-8, or UPC-A kept as the EAN-13 that it is.
 * @returns null for none; `code: null` for a text that is no barcode
 */
export function legacyBarcode(typed: unknown): { text: string; code: string | null } | null {
  const text = textOf(typed)
  if (text === null) {
    return null
  }
  const code = /^\d{12}$/.test(text) ? `0${text}` : text
  return { text, code: isEan(code) ? code : null }
}
