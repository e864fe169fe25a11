import { Field, FIELDS, Mapping } from "./fields"
import { HEADER_WORDS, LANGUAGE_MARKS, NAME_WORDS } from "./header-words"

const EXACT = 3
const BEGINS = 2
const CONTAINS = 1

/**
 * A header as the words are kept: lower case, without apostrophes, marks and units. "Tannarxi, so‘m" and "TANNARXI (so'm)"
 * are one.
 */
export function normalHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/['"`´ʻʼʹ‘’“”]/g, "")
    .replace(/%/g, " foiz ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(^| )(som|sum|uzs|сум|сўм|шт|dona ?da)(?= |$)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}

const NAME_FIELDS = ["name_uz", "name_ru", "name_en"] as const

const WORDS: Record<Field, string[]> = {
  ...HEADER_WORDS,
  ...(Object.fromEntries(
    NAME_FIELDS.map((field) => [
      field,
      NAME_WORDS.flatMap((word) => [
        ...LANGUAGE_MARKS[field].flatMap((mark) => [`${word} ${mark}`, `${mark} ${word}`]),
        ...(field === "name_uz" ? [word] : []),
      ]),
    ])
  ) as Record<(typeof NAME_FIELDS)[number], string[]>),
}
const NORMAL = Object.fromEntries(
  FIELDS.map((field) => [field, WORDS[field].map(normalHeader).filter(Boolean)])
) as Record<Field, string[]>

/** How well a normal header names a field: 0 for not at all; a longer word counts for more than a shorter one. */
function likeness(header: string, field: Field): number {
  const plain = header.replace(/ foiz$/, "")
  return Math.max(
    0,
    ...NORMAL[field].map((word) => {
      const kind =
        header === word || plain === word
          ? EXACT
          : header.startsWith(`${word} `)
            ? BEGINS
            : ` ${header} `.includes(` ${word} `)
              ? CONTAINS
              : 0
      return kind && kind + word.length / 100
    })
  )
}

/**
 * Which column is which field, by its header: the best likeness first, each column and each field once; of equal ones
 * the column further left.
 */
export function guessMapping(headers: string[]): Mapping {
  const normal = headers.map(normalHeader)
  const pairs = normal
    .flatMap((header, index) =>
      header ? FIELDS.map((field) => ({ field, index, score: likeness(header, field) })) : []
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const mapping: Mapping = {}
  const used = new Set<number>()
  for (const { field, index } of pairs) {
    if (mapping[field] === undefined && !used.has(index)) {
      mapping[field] = index
      used.add(index)
    }
  }
  return mapping
}
