/**
 * Words that send a review to the operator, and that no answer may have. A person who means to be rude writes
 * "с у к а", "cyka" or "suuka": text and list are brought to one skeleton before they are compared, in which
 * Uzbek in both alphabets, Russian, look-alike letters and repeated ones are the same.
 */

/** A mild start in Uzbek and Russian; the operator adds to it (`review_word`). */
export const BUILT_IN_WORDS = [
  "ahmoq",
  "axmoq",
  "tentak",
  "haromi",
  "haromzoda",
  "yaramas",
  "la‘nati",
  "jinnivoy",
  "kallavaram",
  "дурак",
  "идиот",
  "дебил",
  "кретин",
  "сволочь",
  "мразь",
  "скотина",
  "сука",
  "придурок",
  "ублюдок",
  "подонок",
] as const

/** A word of the list; one that is built in is its own. */
export type ListedWord = { word: string; skeleton: string }

/** Sounds of Cyrillic letters in Latin ones, with those that people mix up made one (h and x, k and q, i and y). */
const SOUNDS: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "e",
  ё: "io",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  ў: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ҳ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  x: "h",
  q: "k",
  y: "i",
  w: "v",
  // Letters of neighbours' keyboards that look like ours.
  і: "i",
  ı: "i",
  є: "e",
  ѕ: "s",
  ј: "j",
  ґ: "g",
  һ: "h",
  α: "a",
  ο: "o",
  ρ: "r",
  υ: "u",
}

/** Signs that stand for a Latin letter. */
const LATIN_SIGNS: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
}

/** Latin letters and signs that look like a Cyrillic letter. */
const CYRILLIC_LOOKS: Record<string, string> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  u: "и",
  x: "х",
  y: "у",
  "0": "о",
  "3": "з",
  "4": "ч",
  "6": "б",
  "@": "а",
}

const each = (text: string, table: Record<string, string>) =>
  [...text].map((sign) => table[sign] ?? sign).join("")

/** Lower-case letters without accents and apostrophes. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    // These three are letters of their own, not accented ones.
    .replace(/[^ёйў\p{ASCII}]/gu, (sign) => sign.normalize("NFD").replace(/\p{M}/gu, ""))
    .replace(/['ʻʼ‘’`´]/g, "")

const single = (letters: string) => letters.replace(/(.)\1+/gu, "$1")

/** Repetitions go before and after: ю is one letter of two sounds. */
const sound = (letters: string) =>
  single(
    each(single(letters), SOUNDS)
      .replace(/zh/g, "j")
      .replace(/[^a-z]/g, "")
  )

/** How the filter compares a word of the list. */
export const skeletonOf = (word: string): string => sound(plain(word))

/** What a word may be meant to be: as it sounds, and as it looks. */
const readingsOf = (word: string): string[] => [
  sound(each(word, LATIN_SIGNS)),
  sound(each(word, CYRILLIC_LOOKS)),
]

/** Parts of a word that is written apart, at most. */
const LONGEST = 24

/** Words of a text, also those that are written with signs or spaces between their letters. */
function wordsOf(text: string): string[] {
  const chunks = plain(text)
    .split(/\s+/)
    .filter((chunk) => /\p{L}/u.test(chunk))
  const bare = chunks.map((chunk) => chunk.replace(/[^\p{L}\d@$]/gu, ""))
  const parts = chunks.flatMap((chunk) => chunk.split(/[^\p{L}\d@$]+/u)).filter(Boolean)
  const spaced: string[] = []
  let run: string[] = []
  for (const part of [...parts, ""]) {
    if (part !== "" && [...part].length <= 2) {
      run.push(part)
      continue
    }
    // A short word may stand before it: each of its parts may be the first letter.
    for (let at = 0; at + 3 <= run.length; at++) {
      spaced.push(run.slice(at, at + LONGEST).join(""))
    }
    run = []
  }
  return [...bare, ...parts, ...spaced]
}

/** Endings are many in both languages: what begins with a longer word of the list is that word. */
const isIt = (reading: string, skeleton: string) =>
  skeleton.length >= 4 ? reading.startsWith(skeleton) : reading === skeleton

const builtIn: ListedWord[] = BUILT_IN_WORDS.map((word) => ({ word, skeleton: skeletonOf(word) }))

/**
 * Which words of the list a text has.
 * @param own the operator's words
 * @returns the words as they are listed, each once
 */
export function flaggedWords(text: string, own: ListedWord[] = []): string[] {
  const readings = new Set(wordsOf(text).flatMap(readingsOf))
  const found = [...builtIn, ...own].filter(
    ({ skeleton }) => skeleton !== "" && [...readings].some((reading) => isIt(reading, skeleton))
  )
  const once = new Map(found.map(({ word, skeleton }) => [skeleton, word]))
  return [...once.values()]
}
