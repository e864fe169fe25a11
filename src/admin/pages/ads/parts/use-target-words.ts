import { LANGUAGE_NAMES } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import { hoursText } from "../lib/target-words"
import type { AdTarget, Side } from "../lib/types"
import { useCategories } from "../lib/use-categories"

/** Whom a target means, a phrase for each question that it answers; none for everybody. */
export function useTargetWords(side: Side, target: AdTarget): string[] {
  const { t } = useText()
  const categories = useCategories(side, target.category_ids.length > 0)
  const nameOf = (id: string) => categories.find(({ value }) => value === id)?.label ?? id
  const parts: Array<[string, string]> = [
    [t("ads.target.categories"), target.category_ids.map(nameOf).join(", ")],
    [t("ads.target.words"), target.query_words.join(", ")],
    [t("ads.target.regions"), target.regions.join(", ")],
    [t("ads.target.languages"), target.languages.map((one) => LANGUAGE_NAMES[one]).join(", ")],
    [t("ads.target.hours"), hoursText(target.hours)],
  ]
  return parts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
}
