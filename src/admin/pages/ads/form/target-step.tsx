import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { questionsOf } from "../lib/target-words"
import type { AdTarget } from "../lib/types"
import { useTargetWords } from "../parts/use-target-words"
import { Step } from "./step"
import { TargetFields } from "./target-fields"
import type { FormStep } from "./use-ad-form"

/** To whom it is shown. Everybody, unless somebody wants it otherwise and asks for the questions. */
export function TargetStep({ form }: FormStep) {
  const { t } = useText()
  const { draft, set, place, wrong, side } = form
  const [isOpen, setOpen] = useState(false)
  const told = useTargetWords(side, draft.target)
  const change = (part: Partial<AdTarget>) => set({ target: { ...draft.target, ...part } })
  return (
    <Step name="target" title={t("ads.target.title")} hint={t("ads.target.hint")} wrong={wrong}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Text size="small" className="min-w-0 break-words">
          {told.length === 0 ? t("ads.target.everybody") : t("ads.target.chosen", { parts: told.join("; ") })}
        </Text>
        <Button
          type="button"
          size="small"
          variant="secondary"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? "ads.target.less" : "ads.target.more")}
        </Button>
      </div>
      {isOpen && (
        <TargetFields side={side} target={draft.target} questions={questionsOf(place)} onChange={change} />
      )}
    </Step>
  )
}
