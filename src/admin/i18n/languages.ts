import type { uz } from "./uz/texts"

/** Languages of our pages. Uzbek is the first: the others are held to its keys by the compiler and by a test. */
export const LANGUAGES = ["uz", "ru", "en"] as const
export type Lang = (typeof LANGUAGES)[number]

/** The names of the languages in themselves. */
export const LANGUAGE_NAMES: Record<Lang, string> = { uz: "O‘zbekcha", ru: "Русский", en: "English" }

/** Plural endings of i18next; a text with plurals is asked for by its bare key and `count`. */
type Bare<Key extends string> = Key extends `${infer Name}_${"one" | "few" | "many" | "other"}` ? Name : Key

type Leaves<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Bare<Key>}`
    : Leaves<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]

/** Every text that a page may ask for: "orders.title". */
export type TextKey = Leaves<typeof uz>
