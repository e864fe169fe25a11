import type { Lang } from "../../../i18n/languages"
import type { Names, Variant } from "../types"

/** The name in the reader's language, or in Uzbek, which all goods have. */
export const nameIn = (lang: Lang, name: Names): string => name[lang]?.trim() || name.uz

/** "Qizil, XL": what tells a variant from its siblings. */
export const kindOf = ({ options, title }: Pick<Variant, "options" | "title">): string =>
  Object.values(options).join(", ") || title

/** "Oziq-ovqat › Sut". */
export const pathOf = ({ path }: { path: string[] }): string => path.join(" › ")
