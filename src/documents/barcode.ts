import type Bwip from "bwip-js"
import { lazily } from "../lib/lazily"

const bwip = lazily<typeof Bwip>("bwip-js")

/** A code as bars: widths of bar, gap, bar, … in modules, and what they add up to. */
export type Bars = { widths: number[]; modules: number }

/**
 * The bars of a code: EAN-13 or EAN-8 for 13 or 8 digits, otherwise Code 128.
 * @throws {Error} for a text that the symbology lacks signs for
 */
export function barsOf(code: string, kind: "ean" | "code128"): Bars {
  const bcid = kind === "code128" ? "code128" : code.length === 8 ? "ean8" : "ean13"
  const [symbol] = bwip().raw({ bcid, text: code }) as Array<{ sbs: number[] }>
  return { widths: symbol.sbs, modules: symbol.sbs.reduce((sum, width) => sum + width, 0) }
}
