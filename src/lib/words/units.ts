import { plainLatin } from "./fold"

/** How a unit of measure is written in the three languages, by its one form. All forms are such that folding leaves them as they are. */
const SPELLINGS: Record<string, string> = {
  g: "g gr gramm gram",
  kg: "kg kilo kilogramm kilogram",
  mg: "mg milligramm",
  l: "l lt ltr litr liter litre litrov litra",
  ml: "ml millilitr",
  m: "m metr meter",
  sm: "sm cm santimetr",
  mm: "mm millimetr",
  km: "km kilometr",
  duim: "dyuym duym inch dyuyma dyuymov",
  vt: "vt w vatt watt vat",
  kvt: "kvt kw kilovatt",
  v: "v volt",
  mah: "mah mach",
  gb: "gb gigabayt",
  tb: "tb terabayt",
  mb: "mb megabayt",
  hz: "hz gts gerts gers",
  mp: "mp megapiksel",
  sht: "sht ta dona dn pcs shtuk shtuka shtuki",
}

const FORM_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([form, words]) => words.split(" ").map((word) => [word, form] as const))
)

/** `128 GB`, `128гб` and `128 gigabaytli` are 128gb: the one form of the unit that a word names, if it names one. */
export function unitOf(word: string): string | undefined {
  if (word.length > 16) {
    return undefined
  }
  const plain = plainLatin(word).replace(/ye/g, "e")
  return FORM_OF.get(plain) ?? FORM_OF.get(plain.replace(/(lik|li)$/, ""))
}

/** A number in one form of letters and digits only: 1,5 and 1.50 are 1d5. */
export function numberForm(number: string): string {
  const [whole, fraction = ""] = number.split(/[.,]/)
  const kept = fraction.replace(/0+$/, "")
  return kept ? `${whole}d${kept}` : whole
}
