/** Languages of everything that people read (house plan, decision 12). */
export const LANGUAGES = ["uz", "ru", "en"] as const
export type Language = (typeof LANGUAGES)[number]

/** The same keys in every language; a missing one is a type error. */
export type Messages<Key extends string> = Record<Language, Record<Key, string>>

/** The language of a BCP 47 tag (`ru-RU`, `uz-Cyrl-UZ`), or null when it is none of ours. */
export function languageOf(tag: string | null | undefined): Language | null {
  const primary = String(tag ?? "")
    .trim()
    .toLowerCase()
    .split(/[-_]/)[0]
  return LANGUAGES.find((language) => language === primary) ?? null
}

/** The most wanted language of ours in an `Accept-Language` header, or null. */
export function acceptedLanguage(header: string | null | undefined): Language | null {
  const wanted = String(header ?? "")
    .split(",")
    .map((part) => {
      const [tag, ...parameters] = part.split(";")
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
      return { language: languageOf(tag), quality: Number(quality ?? 1) }
    })
    .filter(({ language, quality }) => language !== null && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted[0]?.language ?? null
}

/** What is asked for, else the order's own language, else the browser's, else Uzbek. */
export function chooseLanguage(wishes: {
  asked?: string | null
  order?: string | null
  accepted?: string | null
}): Language {
  return languageOf(wishes.asked) ?? languageOf(wishes.order) ?? acceptedLanguage(wishes.accepted) ?? "uz"
}
