/** The two alphabets in which people type, and Uzbek words from one to the other for the eye. */

export type Script = "latin" | "cyrillic"

const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

/** The alphabet of the last letter of a text; null for a text without letters. */
export function scriptOf(text: string): Script | null {
  for (const letter of [...text].reverse()) {
    if (CYRILLIC.test(letter)) {
      return "cyrillic"
    }
    if (LATIN.test(letter)) {
      return "latin"
    }
  }
  return null
}

const pairs = (text: string) => new Map(text.split(" ").map((pair) => pair.split("=") as [string, string]))

/** Longer ones first: `sh` is one letter. Apostrophes are written as `‘` before they are looked up. */
const TO_CYRILLIC = pairs(
  "yo‘=йў o‘=ў g‘=ғ sh=ш ch=ч ya=я yo=ё yu=ю ye=е ts=ц a=а b=б d=д e=е f=ф g=г h=ҳ i=и j=ж k=к l=л m=м n=н o=о p=п q=қ r=р s=с t=т u=у v=в x=х y=й z=з ‘=ъ"
)
const TO_LATIN = pairs(
  "а=a б=b в=v г=g ғ=g‘ д=d е=e ё=yo ж=j з=z и=i й=y к=k қ=q л=l м=m н=n о=o ў=o‘ п=p р=r с=s т=t у=u ф=f х=x ҳ=h ц=ts ч=ch ш=sh щ=sh ъ=‘ ы=i ь= э=e ю=yu я=ya"
)
const LONGEST = 3
const VOWEL_BEFORE_YE = /^$|[аеёиоуўыэюяъь]$/u

/**
 * A lower-case word in the wanted alphabet; as it is where it has letters that neither has (`wi-fi`) or digits (`a54`).
 */
export function inScript(word: string, script: Script): string {
  const own = scriptOf(word)
  if (own === null || own === script || /\p{N}/u.test(word)) {
    return word
  }
  return (script === "cyrillic" ? toCyrillic(word) : toLatin(word)) ?? word
}

function toCyrillic(word: string): string | null {
  const plain = word.replace(/[ʻʼ’'`´]/g, "‘")
  let out = ""
  for (let at = 0; at < plain.length;) {
    const size = [LONGEST, 2, 1].find((length) => TO_CYRILLIC.has(plain.slice(at, at + length)))
    if (size === undefined && LATIN.test(plain[at])) {
      return null
    }
    const piece = plain.slice(at, at + (size ?? 1))
    // At the beginning of a word `e` is э.
    out += out === "" && piece === "e" ? "э" : (TO_CYRILLIC.get(piece) ?? piece)
    at += piece.length
  }
  return out
}

function toLatin(word: string): string | null {
  let out = ""
  let before = ""
  for (const letter of word) {
    const known = TO_LATIN.get(letter)
    if (known === undefined && CYRILLIC.test(letter)) {
      return null
    }
    out += letter === "е" && VOWEL_BEFORE_YE.test(before) ? "ye" : (known ?? letter)
    before = letter
  }
  return out
}
