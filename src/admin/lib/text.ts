import { useTranslation } from "react-i18next"
import { LANGUAGES, Lang, TextKey } from "../i18n/languages"
import { ApiError } from "./api"
import { formatters } from "./format"

const isLang = (value: string): value is Lang => (LANGUAGES as readonly string[]).includes(value)

/** Uzbek, Russian or English: what the reader chose, or the nearest to what the dashboard speaks. */
export const langOf = (language: string | undefined): Lang => {
  const short = (language ?? "").slice(0, 2)
  return isLang(short) ? short : "en"
}

/**
 * Words, numbers and dates in the reader's language.
 *
 * `t("words.save")`: a text of `src/admin/i18n`; a key that a language lacks does not compile.
 * `explain(error)`: a failure in plain words, by its code.
 */
export function useText() {
  const { t: translate, i18n } = useTranslation("bozor")
  const lang = langOf(i18n.language)
  const t = (key: TextKey, values: Record<string, string | number> = {}): string =>
    String(translate(key, { ...values, lng: lang }))
  const explain = (error: unknown): string => {
    const failure = error as Partial<ApiError>
    const known = `errors.${failure.code}`
    if (i18n.exists(known, { ns: "bozor", lng: lang })) {
      return String(translate(known, { lng: lang }))
    }
    return failure.message || t("errors.unknown")
  }
  const setLang = (next: Lang): void => void i18n.changeLanguage(next)
  return { t, lang, setLang, explain, ...formatters(lang) }
}
