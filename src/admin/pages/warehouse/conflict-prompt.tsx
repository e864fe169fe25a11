import { Prompt } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { kindOf, nameIn } from "./lib/names"
import type { Cells } from "./use-cells"

/** Somebody else changed the stock meanwhile: shows the number that is there now, and asks. */
export function ConflictPrompt({ cells }: { cells: Cells }) {
  const { t, lang, number } = useText()
  const { conflict } = cells
  const name = conflict
    ? `${nameIn(lang, conflict.listing.name)}${conflict.listing.variants.length > 1 ? ` (${kindOf(conflict.variant)})` : ""}`
    : ""
  const now = number(conflict?.now ?? 0)
  const wanted = number(conflict?.wanted ?? 0)
  return (
    <Prompt
      open={!!conflict}
      variant="confirmation"
      onOpenChange={(isOpen) => !isOpen && conflict && cells.settle(false)}
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("warehouse.conflict.title")}</Prompt.Title>
          <Prompt.Description>{t("warehouse.conflict.text", { name, now, wanted })}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={() => cells.settle(false)}>
            {t("warehouse.conflict.leave", { now })}
          </Prompt.Cancel>
          <Prompt.Action onClick={() => cells.settle(true)}>
            {t("warehouse.conflict.set", { wanted })}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
