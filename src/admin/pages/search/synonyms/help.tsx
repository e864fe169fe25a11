import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"

const PARTS = ["helpText", "helpExample", "helpScripts"] as const

/** What a synonym does, with an example; folds away for those who know. */
export function Help() {
  const { t } = useText()
  return (
    <details open className="bg-ui-bg-subtle rounded-lg px-4 py-3">
      <summary className="txt-small-plus text-ui-fg-base focus-visible:shadow-borders-interactive-with-focus cursor-pointer rounded outline-none">
        {t("search.synonyms.help")}
      </summary>
      <div className="flex max-w-3xl flex-col gap-y-2 pt-2">
        {PARTS.map((part) => (
          <Text key={part} size="small" className="text-ui-fg-subtle">
            {t(`search.synonyms.${part}`)}
          </Text>
        ))}
      </div>
    </details>
  )
}
