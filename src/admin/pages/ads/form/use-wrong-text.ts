import { LANGUAGE_NAMES } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import type { Wrong } from "../lib/wrong"

/** What is wrong, in words. */
export function useWrongText() {
  const { t, money } = useText()
  return ({ what, lang, amount }: Wrong): string =>
    t(`ads.wrong.${what}`, {
      language: lang ? LANGUAGE_NAMES[lang] : "",
      amount: amount === undefined ? "" : money(amount),
    })
}
