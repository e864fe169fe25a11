import { LANGUAGES, Lang } from "../../../i18n/languages"
import type { Contents } from "./types"

/** What shoppers are told that it is, in the language of what is shown; the same words the storefront is given. */
export const AD_LABELS: Record<Lang, string> = { uz: "Reklama", ru: "Реклама", en: "Ad" }

/** The language that stands in where an ad says nothing in this one; null when it says nothing at all. */
export const standIn = (contents: Contents, lang: Lang): Lang | null =>
  contents[lang] ? lang : (LANGUAGES.find((other) => contents[other]) ?? null)
