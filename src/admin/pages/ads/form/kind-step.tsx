import { TextField } from "../../../components/field"
import { useText } from "../../../lib/text"
import { AdDraft } from "../lib/draft"
import { ChoiceCards } from "./choice-cards"
import { GoodsChoice } from "./goods-choice"
import { Step } from "./step"
import type { FormStep } from "./use-ad-form"

/** What is shown: a picture, or goods. It is decided once. */
export function KindStep({ form }: FormStep) {
  const { t } = useText()
  const { draft, set, wrong, isHouse, ad } = form
  const choose = (kind: AdDraft["kind"]) => set({ kind, ...(kind !== draft.kind && { placement: "" }) })
  return (
    <Step name="kind" title={t("ads.kind.title")} wrong={wrong}>
      {!isHouse && !ad && (
        <ChoiceCards
          label={t("ads.kind.title")}
          value={draft.kind}
          onChoose={choose}
          cards={[
            { value: "banner", title: t("ads.kind.banner"), text: t("ads.kind.bannerText") },
            { value: "listing", title: t("ads.kind.listing"), text: t("ads.kind.listingText") },
          ]}
        />
      )}
      {draft.kind === "listing" && <GoodsChoice goods={draft.goods} onChoose={(goods) => set({ goods })} />}
      <TextField
        label={t("ads.kind.name")}
        hint={t("ads.kind.nameHint")}
        maxLength={100}
        value={draft.name}
        onText={(name) => set({ name })}
      />
    </Step>
  )
}
