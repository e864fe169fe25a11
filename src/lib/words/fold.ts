import { APOSTROPHES, CYRILLIC_TWIN, isCyrillic, isLatin, LATIN_OF, LATIN_TWIN, MARKED } from "./letters"

/** No word of any language we know is longer; what is, is no word. */
export const LONGEST_WORD = 64

/**
 * The form in which all spellings of a word meet: Uzbek Latin (any apostrophe, or none), Uzbek Cyrillic, Russian, and
 * Russian as it is written in Latin letters by Uzbek habit. It has a–z and 0–9 only. Not for the eye: `qo‘ng‘iroq`,
 * `қўнғироқ` and `qongiroq` all become `kongirok`. What differs in sound alone and is confused in writing is one (x and h, q and k, doubled letters).
 * `foldWord(foldWord(x)) = foldWord(x)`; the time is linear in the input's length.
 */
export function foldWord(word: string): string {
  return settle(plainLatin(word))
}

/** Lower-case a–z and 0–9 with the Cyrillic letters written out; no rule of spelling applied yet. */
export function plainLatin(word: string): string {
  const letters = [...oneScript(word.slice(0, LONGEST_WORD).normalize("NFC"))]
  return letters
    .map((letter, index) => latinOf(letter, letters[index + 1]))
    .join("")
    .slice(0, LONGEST_WORD)
}

function latinOf(letter: string, next: string | undefined): string {
  const lower = letter.toLowerCase()
  if (lower === "ь" && next?.toLowerCase() === "о") {
    return "y" // бульон is bulyon
  }
  const known = LATIN_OF[lower] ?? MARKED[lower]
  if (known !== undefined) {
    return known
  }
  if (APOSTROPHES.includes(letter)) {
    return ""
  }
  return lower.normalize("NFKD").replace(/[^a-z0-9]/g, "")
}

/** A word in which some letters are of the other alphabet and only look right is put into one. */
function oneScript(word: string): string {
  const cyrillic = [...word].filter(isCyrillic)
  const latin = [...word].filter(isLatin)
  if (!cyrillic.length || !latin.length) {
    return word
  }
  const allLatinTwins = latin.every((letter) => CYRILLIC_TWIN.has(letter))
  const allCyrillicTwins = cyrillic.every((letter) => LATIN_TWIN.has(letter))
  if (allLatinTwins && (!allCyrillicTwins || cyrillic.length >= latin.length)) {
    return replaceBy(word, CYRILLIC_TWIN)
  }
  return allCyrillicTwins ? replaceBy(word, LATIN_TWIN) : word
}

function replaceBy(word: string, twins: ReadonlyMap<string, string>): string {
  return [...word].map((letter) => twins.get(letter) ?? letter).join("")
}

/** Rules of spelling, in this order; each makes a word shorter or a letter plainer, so that repeating them comes to an end. */
const RULES: ReadonlyArray<readonly [RegExp, string]> = [
  // not in 44mm
  [/(?<![0-9])([a-z])\1+/g, "$1"],
  // щ, and Bosch
  [/shch|sch/g, "sh"],
  [/dzh|dj|zh/g, "j"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/qu(?=[aeo])/g, "kv"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  // ц; at the end it would eat English plurals (tablets)
  [/ts(?=[^h])/g, "s"],
  [/ye/g, "e"],
  // чёрный and черный, люкс and lux
  [/(?<=[bcdfghjklmnpqrstvwxz])yo/g, "e"],
  [/(?<=[bcdfghjklmnpqrstvwxz])yu/g, "u"],
  [/y/g, "i"],
  [/w/g, "v"],
  [/x/g, "h"],
  [/q/g, "k"],
]

/** A rule may make room for another: they are repeated until none has anything to say. */
function settle(word: string): string {
  const after = RULES.reduce((text, [from, to]) => text.replace(from, to), word)
  return after === word ? word : settle(after)
}
