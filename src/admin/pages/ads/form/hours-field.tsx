import { useText } from "../../../lib/text"
import { PartOfDay, PARTS_OF_DAY, toggledHours } from "../lib/target-words"
import { Toggles } from "./toggles"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const PARTS = Object.keys(PARTS_OF_DAY) as PartOfDay[]

/** Hours of the day, by parts of it or one by one. */
export function HoursField({ hours, onChange }: { hours: number[]; onChange: (hours: number[]) => void }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-3 md:col-span-2">
      <Toggles
        label={t("ads.target.hours")}
        items={PARTS.map((part) => ({
          value: part,
          label: t(`ads.target.presets.${part}`),
          isOn: PARTS_OF_DAY[part].every((hour) => hours.includes(hour)),
          onToggle: () => onChange(toggledHours(hours, part)),
        }))}
      />
      <Toggles
        label={t("ads.target.oneByOne")}
        hint={t("ads.target.hoursHint")}
        columns="grid-cols-6 sm:grid-cols-8 lg:grid-cols-12"
        items={HOURS.map((hour) => ({
          value: hour,
          label: String(hour),
          title: t("ads.target.hour", { from: hour, to: hour + 1 }),
          isOn: hours.includes(hour),
          onToggle: () =>
            onChange(
              hours.includes(hour)
                ? hours.filter((one) => one !== hour)
                : [...hours, hour].sort((a, b) => a - b)
            ),
        }))}
      />
    </div>
  )
}
