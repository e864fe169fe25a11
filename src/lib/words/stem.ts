/** Nothing shorter is left of a word. */
const SHORTEST = 3
/** Endings that many words have by nature (krem, gilam) are taken only from longer ones. */
const SHORTEST_BARE = 4

const VOWEL = /[aeiou]/

/** Uzbek: cases after plural and possessive, the longest first. Written as folding leaves them. */
const CASES = ["gacha", "dagi", "ning", "dan", "ga", "da", "ni"]
const OWNERS = ["imiz", "ingiz", "lari", "ing", "im", "si"]
/** Russian: cases of nouns and adjectives that end in a consonant or in two letters; single vowels come last of all. */
const RUSSIAN = [
  "iami",
  "ogo",
  "ego",
  "omu",
  "emu",
  "imi",
  "ami",
  "aia",
  "uiu",
  "iam",
  "iah",
  "oi",
  "ei",
  "oe",
  "ie",
  "om",
  "em",
  "am",
  "ah",
  "im",
  "ih",
  "ov",
  "ev",
]

/** Few words have these by nature. */
const SAFE = new Set(["ei", "ov"])

/**
 * What the case forms of a folded word have in common, near enough for names of goods: Uzbek plural, possessive and cases, Russian endings
 * of nouns and adjectives, English plurals. -li and -siz stay: simli and simsiz are different goods. Never shorter than three letters.
 */
export function stemOf(folded: string): string {
  return stemsOf(folded)[0]
}

/**
 * All stems a folded word may have, the likeliest first: without a dictionary nobody can tell whether -ni is
 * telefon-i or olma-ni. At most three.
 */
export function stemsOf(folded: string): string[] {
  if (/\d/.test(folded)) {
    return [folded]
  }
  const found: string[] = []
  const walk = (word: string, depth: number) => {
    const shorter = depth < 6 ? strip(word) : []
    if (!shorter.length) {
      found.push(hardened(word))
    }
    shorter.forEach((next) => walk(next, depth + 1))
  }
  walk(folded, 0)
  return [...new Set(found)].slice(0, 3)
}

/** k and q soften before the possessive: ko‘zoynak, ko‘zoynagi. */
const hardened = (word: string): string =>
  /.[aeiou]g$/.test(word) && word.length > SHORTEST ? `${word.slice(0, -1)}k` : word

/** The word without its last ending; two answers where the ending may begin at either of two letters. */
function strip(word: string): string[] {
  return plural(word) ?? uzbek(word) ?? russian(word) ?? english(word) ?? vowel(word) ?? []
}

const cut = (word: string, letters: number, least = SHORTEST): string | undefined =>
  word.length - letters >= least ? word.slice(0, word.length - letters) : undefined

/** -lar; after l only -ar of it is left by folding (kabellar). */
function plural(word: string): string[] | undefined {
  return word.endsWith("lar") ? afterVowel(word, 3, 2) : undefined
}

function uzbek(word: string): string[] | undefined {
  const ending = [...CASES, ...OWNERS].find((each) => word.endsWith(each) && cut(word, each.length))
  switch (ending) {
    case undefined:
      return undefined
    case "ni":
      // kitob-ni, or чёрн-ый
      return VOWEL.test(word.at(-3)!) ? afterVowel(word, 2, 1) : either(word, 2, 1, word.endsWith("larni"))
    case "ning":
      return afterVowel(word, ending.length, ending.length - 1)
    case "si":
      return afterVowel(word, 2, 1)
    case "ga":
    case "da":
      // posud-a or posu-da, knig-a
      return either(word, 2, 1, !VOWEL.test(word.at(-3)!))
    case "im":
    case "ing":
      return word.length - ending.length >= SHORTEST_BARE ? [cut(word, ending.length)!] : undefined
    default:
      return [cut(word, ending.length)!]
  }
}

/** An ending whose first letter may be the word's own: loanwords (telefon, limon) end in a consonant after o, e, u; native words in a, i. */
function afterVowel(word: string, long: number, short: number): string[] | undefined {
  const before = word.at(-long - 1) ?? ""
  return VOWEL.test(before) ? either(word, long, short, /[ai]/.test(before)) : some(cut(word, long))
}

function either(word: string, long: number, short: number, longFirst: boolean): string[] | undefined {
  const answers = [cut(word, long), cut(word, short)]
  return some(...(longFirst ? answers : answers.reverse()))
}

function some(...words: Array<string | undefined>): string[] | undefined {
  const kept = words.filter((word): word is string => !!word)
  return kept.length ? kept : undefined
}

function russian(word: string): string[] | undefined {
  const ending = RUSSIAN.find(
    (each) => word.endsWith(each) && cut(word, each.length, SAFE.has(each) ? SHORTEST : SHORTEST_BARE)
  )
  return ending ? [cut(word, ending.length)!] : undefined
}

function english(word: string): string[] | undefined {
  const rest = /[^aiosu]s$/.test(word) ? cut(word, 1, SHORTEST_BARE) : undefined
  return rest ? [rest] : undefined
}

/** A last vowel, unless it is the й of choy. */
function vowel(word: string): string[] | undefined {
  if (!VOWEL.test(word.at(-1) ?? "") || /[aeou]i$/.test(word)) {
    return undefined
  }
  const rest = cut(word, 1)
  return rest ? [rest] : undefined
}
