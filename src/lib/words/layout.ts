import { foldWord } from "./fold"

/** The keys of a keyboard, and what they type with the Russian layout and with the Uzbek Cyrillic one where that differs. */
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
const UZBEK: Record<string, string> = { o: "ў", s: "қ", "-": "ғ", "=": "ҳ" }

const CYRILLIC_OF = new Map([...KEYS].map((key, index) => [key, RUSSIAN[index]]))
const LATIN_OF = new Map([
  ...[...RUSSIAN].map((letter, index) => [letter, KEYS[index]] as const),
  ...Object.entries(UZBEK).map(([key, letter]) => [letter, key] as const),
])

/**
 * What somebody meant who forgot to switch the keyboard: `ntktajy` is телефон, `шзрщту` is iphone.
 * @returns the folded readings (Russian, and Uzbek Cyrillic where its layout differs), none when the text is of both alphabets
 */
export function otherLayout(typed: string): string[] {
  const lower = typed.toLowerCase().slice(0, 64)
  if (/[a-z]/.test(lower)) {
    return readings(lower)
  }
  const latin = [...lower].map((letter) => LATIN_OF.get(letter))
  const isWhole = latin.every((letter) => letter && (letter >= "a" || letter === "'"))
  return isWhole ? [foldWord(latin.join(""))] : []
}

function readings(lower: string): string[] {
  const russian = typeWith(lower, CYRILLIC_OF)
  const uzbek = typeWith(lower, new Map([...CYRILLIC_OF, ...Object.entries(UZBEK)]))
  const words = [russian, uzbek].filter((word): word is string => word !== undefined)
  return [...new Set(words.map(foldWord))]
}

function typeWith(lower: string, keys: ReadonlyMap<string, string>): string | undefined {
  const letters = [...lower].map((key) => keys.get(key))
  return letters.includes(undefined) ? undefined : letters.join("")
}
