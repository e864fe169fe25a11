import { RadioGroup, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"

const APPLIES = ["now", "always"] as const
export type Applies = (typeof APPLIES)[number]

/** Whether what was counted before stays as it is. */
export function AppliesChoice({ value, onChoose }: { value: Applies; onChoose: (value: Applies) => void }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" aria-hidden>
        {t("expenses.recurring.applies")}
      </Text>
      <RadioGroup
        value={value}
        onValueChange={(next) => onChoose(next as Applies)}
        aria-label={t("expenses.recurring.applies")}
      >
        {APPLIES.map((name) => (
          <label key={name} className="flex cursor-pointer items-start gap-x-2">
            <RadioGroup.Item value={name} />
            <span className="txt-small">{t(`expenses.recurring.appliesTo.${name}`)}</span>
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
