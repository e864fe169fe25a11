import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { Key } from "../../pos/parts/key"

const HINTS = [
  { keys: ["Enter"], name: "save" },
  { keys: ["↑", "↓"], name: "category" },
  { keys: ["Alt", "1…9"], name: "pick" },
  { keys: ["Alt", "R"], name: "repeat" },
  { keys: ["Ctrl", "V"], name: "paste" },
] as const

/** What the keyboard does here; a telephone has none. */
export function KeyHints() {
  const { t } = useText()
  return (
    <ul className="hidden flex-wrap gap-x-4 gap-y-1 md:flex" aria-label={t("expenses.entry.keys.name")}>
      {HINTS.map(({ keys, name }) => (
        <li key={name} className="flex items-center gap-x-1">
          {keys.map((key) => (
            <Key key={key}>{key}</Key>
          ))}
          <Text size="xsmall" className="text-ui-fg-muted">
            {t(`expenses.entry.keys.${name}`)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
