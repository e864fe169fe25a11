/** Letters of both alphabets, and how one stands for another. Everything here is data and one-letter look-ups. */

/**
 * Cyrillic (Uzbek and Russian) as the Uzbek Latin alphabet of 1995 writes it. What that leaves to the ear (е at the beginning is
 * ye, ц is s or ts) is evened out by the folding that follows.
 */
export const LATIN_OF: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "ye",
  ё: "yo",
  ж: "j",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  қ: "q",
  л: "l",
  м: "m",
  н: "n",
  ң: "ng",
  о: "o",
  ў: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ү: "u",
  ф: "f",
  х: "x",
  ҳ: "h",
  ц: "ts",
  ч: "ch",
  ҷ: "j",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  і: "i",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
}

/** Latin letters that lose their sound with their mark (the rest lose only the mark): Turkish, and the drafts of a new Uzbek alphabet. */
export const MARKED: Readonly<Record<string, string>> = {
  ş: "sh",
  ș: "sh",
  š: "sh",
  ç: "ch",
  č: "ch",
  ž: "j",
  ğ: "g",
  ḡ: "g",
  ǵ: "g",
  ı: "i",
  ə: "a",
  ß: "ss",
  æ: "e",
  ø: "o",
  ł: "l",
  ð: "d",
  þ: "t",
}

const PAIRS = "аa вB еe кk мM нH оo рp сc тT уy хx АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX іi ІI ѕs ЅS јj ЈJ"
  .split(" ")
  .map((pair) => [...pair] as [string, string])

/** A Cyrillic letter that looks like a Latin one, and the other way: pasted and half-switched texts mix them within a word. */
export const LATIN_TWIN: ReadonlyMap<string, string> = new Map(PAIRS)
export const CYRILLIC_TWIN: ReadonlyMap<string, string> = new Map(
  PAIRS.filter(([cyrillic]) => !"іІѕЅјЈ".includes(cyrillic)).map(([cyrillic, latin]) => [latin, cyrillic])
)

/** What is typed for the sign of o‘, g‘ and tutuq belgisi. */
export const APOSTROPHES = "'‘’ʻʼʽ`´ʹ′‛＇ˈꞌ\u0312\u0313\u0315"

export const isCyrillic = (letter: string): boolean => letter >= "\u0400" && letter <= "\u052f"
export const isLatin = (letter: string): boolean =>
  (letter >= "a" && letter <= "z") ||
  (letter >= "A" && letter <= "Z") ||
  (letter >= "\u00c0" && letter <= "\u024f")
export const isDigit = (letter: string): boolean => letter >= "0" && letter <= "9"
