import { toSearchText } from "../../../../lib/search-text"
import type { CatalogVariant, Names } from "./types"

/** The snapshot, made ready to be searched while a scanner types. */
export type Catalog = {
  variants: CatalogVariant[]
  byId: Map<string, CatalogVariant>
  byBarcode: Map<string, CatalogVariant[]>
  byCode: Map<string, CatalogVariant[]>
  texts: string[]
}

/** "kok choy" finds "ko‘k choy": nobody types the sign at a counter. */
const plain = (text: string): string => text.replaceAll("'", "")

const put = (map: Map<string, CatalogVariant[]>, key: string | null, variant: CatalogVariant) => {
  if (key) {
    const known = map.get(key.toLowerCase())
    map.set(key.toLowerCase(), known ? [...known, variant] : [variant])
  }
}

/** A variant's own name says something only where the goods have several. */
function named(variants: CatalogVariant[]): CatalogVariant[] {
  const counts = new Map<string, number>()
  for (const { listing_id } of variants) {
    counts.set(listing_id, (counts.get(listing_id) ?? 0) + 1)
  }
  return variants.map((variant) =>
    counts.get(variant.listing_id) === 1 ? { ...variant, title: null } : variant
  )
}

export function indexOf(rows: CatalogVariant[]): Catalog {
  const variants = named(rows)
  const catalog: Catalog = {
    variants,
    byId: new Map(variants.map((variant) => [variant.id, variant])),
    byBarcode: new Map(),
    byCode: new Map(),
    texts: variants.map(({ name, title }) => plain(toSearchText(name.uz, name.ru, name.en, title))),
  }
  for (const variant of variants) {
    put(catalog.byBarcode, variant.barcode, variant)
    put(catalog.byCode, variant.shop_code, variant)
  }
  return catalog
}

/** Goods that a code names exactly: by barcode, else by the shop's code (business rule 11). */
export function findExact({ byBarcode, byCode }: Catalog, typed: string): CatalogVariant[] {
  const code = typed.trim().toLowerCase()
  return byBarcode.get(code) ?? byCode.get(code) ?? []
}

/** Goods for what was typed: exactly by code, else those whose name holds every word. */
export function find(catalog: Catalog, typed: string, limit = 8): CatalogVariant[] {
  const exact = findExact(catalog, typed)
  const words = plain(toSearchText(typed)).split(" ").filter(Boolean)
  if (exact.length > 0 || words.length === 0) {
    return exact
  }
  const found: CatalogVariant[] = []
  for (let index = 0; index < catalog.texts.length && found.length < limit; index++) {
    if (words.every((word) => catalog.texts[index].includes(word))) {
      found.push(catalog.variants[index])
    }
  }
  return found
}

/** "3*4780…" → three of 4780…; "3*" → three of the chosen line; anything else is one of it. */
export function readTyped(typed: string): { pieces: number | null; code: string } {
  const match = /^\s*(\d{1,5})\s*[*×]\s*(.*)$/.exec(typed)
  return match
    ? { pieces: Math.max(1, Number(match[1])), code: match[2].trim() }
    : { pieces: null, code: typed.trim() }
}

/** The name in the reader's language, with the variant's own where it says something. */
export function nameOf(
  { name, title }: { name: Names; title: string | null },
  lang: "uz" | "ru" | "en"
): string {
  const own = name[lang] || name.uz
  return title && title !== own ? `${own}, ${title}` : own
}
