import { Hint, Text } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { LANGUAGE_NAMES, LANGUAGES } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import type { AdTarget, Side } from "../lib/types"
import { questionsOf } from "../lib/target-words"
import { useCategories } from "../lib/use-categories"
import { Chips, WordsField } from "./chips"
import { HoursField } from "./hours-field"
import { Toggles } from "./toggles"

type Props = {
  side: Side
  target: AdTarget
  questions: ReturnType<typeof questionsOf>
  onChange: (part: Partial<AdTarget>) => void
}

const without = <T,>(items: T[], gone: T) => items.filter((item) => item !== gone)
const toggled = <T,>(items: T[], item: T) => (items.includes(item) ? without(items, item) : [...items, item])

/** The questions of "whom" that the chosen place can answer; what an answer stands in is asked in any case. */
export function TargetFields({ side, target, questions, onChange }: Props) {
  const { t } = useText()
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {(questions.category_ids || target.category_ids.length > 0) && (
        <CategoriesField side={side} target={target} onChange={onChange} />
      )}
      {(questions.query_words || target.query_words.length > 0) && (
        <WordsField
          label={t("ads.target.words")}
          hint={t("ads.target.wordsHint")}
          words={target.query_words}
          onChange={(query_words) => onChange({ query_words })}
        />
      )}
      <WordsField
        label={t("ads.target.regions")}
        hint={t("ads.target.regionsHint")}
        words={target.regions}
        onChange={(regions) => onChange({ regions })}
      />
      <Toggles
        label={t("ads.target.languages")}
        items={LANGUAGES.map((lang) => ({
          value: lang,
          label: LANGUAGE_NAMES[lang],
          isOn: target.languages.includes(lang),
          onToggle: () => onChange({ languages: toggled(target.languages, lang) }),
        }))}
      />
      <HoursField hours={target.hours} onChange={(hours) => onChange({ hours })} />
    </div>
  )
}

function CategoriesField({ side, target, onChange }: Omit<Props, "questions">) {
  const { t } = useText()
  const categories = useCategories(side)
  const chosen = target.category_ids
  return (
    <div className="flex flex-col gap-y-1.5">
      <Text size="small" weight="plus">
        {t("ads.target.categories")}
      </Text>
      <Choice
        label={t("ads.target.addCategory")}
        value=""
        options={categories.filter(({ value }) => !chosen.includes(value))}
        onChoose={(id) => id && onChange({ category_ids: [...chosen, id] })}
      />
      <Hint>{t("ads.target.categoriesHint")}</Hint>
      <Chips
        items={chosen.map((id) => ({
          value: id,
          label: categories.find(({ value }) => value === id)?.label ?? id,
        }))}
        onRemove={(id) => onChange({ category_ids: without(chosen, id) })}
      />
    </div>
  )
}
