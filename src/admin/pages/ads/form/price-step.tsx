import { useState } from "react"
import { Button } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { useText } from "../../../lib/text"
import { withModel } from "../lib/draft"
import { ChoiceCards } from "./choice-cards"
import { Estimate } from "./estimate"
import { Step } from "./step"
import type { FormStep } from "./use-ad-form"

/** What it costs: for what is paid, how much, and how much at most. A house ad costs nothing; only its cap is asked. */
export function PriceStep({ form }: FormStep) {
  const { t, money } = useText()
  const { draft, set, wrong, place, isHouse } = form
  if (isHouse) {
    return (
      <Step name="price" title={t("ads.price.howOften")} wrong={wrong}>
        <CapField form={form} />
      </Step>
    )
  }
  const isCpm = draft.price_model === "cpm"
  const minimum = place && (isCpm ? place.minimum_cpm : place.minimum_cpc)
  return (
    <Step name="price" title={t("ads.price.title")} wrong={wrong}>
      <ChoiceCards
        label={t("ads.price.model")}
        value={draft.price_model}
        onChoose={(model) => set(withModel(draft, model, place))}
        cards={[
          { value: "cpm", title: t("ads.price.cpm"), text: t("ads.price.cpmText") },
          { value: "cpc", title: t("ads.price.cpc"), text: t("ads.price.cpcText") },
        ]}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <TextField
          label={t(isCpm ? "ads.price.priceCpm" : "ads.price.priceCpc")}
          hint={minimum === undefined ? undefined : t("ads.price.minimum", { amount: money(minimum) })}
          inputMode="numeric"
          value={draft.price}
          onText={(price) => set({ price })}
        />
        <TextField
          label={t("ads.price.total")}
          hint={t("ads.price.totalHint")}
          inputMode="numeric"
          value={draft.total_budget}
          onText={(total_budget) => set({ total_budget })}
        />
        <TextField
          label={t("ads.price.daily")}
          hint={t("ads.price.dailyHint")}
          inputMode="numeric"
          value={draft.daily_budget}
          onText={(daily_budget) => set({ daily_budget })}
        />
      </div>
      <Estimate draft={draft} />
      <More form={form} />
    </Step>
  )
}

/** What most people never have to think about. */
function More({ form }: FormStep) {
  const { t } = useText()
  const { draft, set } = form
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-y-4">
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="w-fit"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "ads.target.less" : "ads.price.more")}
      </Button>
      {isOpen && (
        <>
          <ChoiceCards
            label={t("ads.price.pacing")}
            value={draft.pacing}
            onChoose={(pacing) => set({ pacing })}
            cards={[
              { value: "even", title: t("ads.price.even"), text: t("ads.price.evenText") },
              { value: "fast", title: t("ads.price.fast"), text: t("ads.price.fastText") },
            ]}
          />
          <CapField form={form} />
        </>
      )}
    </div>
  )
}

function CapField({ form }: FormStep) {
  const { t } = useText()
  return (
    <div className="md:w-1/3">
      <TextField
        label={t("ads.price.cap")}
        hint={t("ads.price.capHint")}
        inputMode="numeric"
        maxLength={3}
        value={form.draft.frequency_cap}
        onText={(frequency_cap) => form.set({ frequency_cap })}
      />
    </div>
  )
}
