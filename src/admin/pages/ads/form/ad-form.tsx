import { FormEvent } from "react"
import { Alert, Button } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { Refusal } from "../parts/refusal"
import type { Ad, AdPlacement, Side } from "../lib/types"
import { ContentStep } from "./content-step"
import { DaysStep } from "./days-step"
import { KindStep } from "./kind-step"
import { PlaceStep } from "./place-step"
import { PriceStep } from "./price-step"
import { TargetStep } from "./target-step"
import { AdForm as Form, useAdForm } from "./use-ad-form"

type Props = {
  side: Side
  places: AdPlacement[]
  ad?: Ad
  /** Whose name stands on it. */
  advertiser: string | null
}

/** An ad from its kind to its price, on one page, from above to below. */
export function AdForm({ side, places, ad, advertiser }: Props) {
  const { t } = useText()
  const form = useAdForm(side, places, ad)
  const send = (event: FormEvent) => {
    event.preventDefault()
    form.send("all")
  }
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-y-3">
      {ad && <Refusal ad={ad} />}
      {form.goesOn && <Alert variant="info">{t("ads.form.goesOn")}</Alert>}
      <KindStep form={form} />
      <PlaceStep form={form} />
      <ContentStep form={form} advertiser={advertiser} />
      <TargetStep form={form} />
      <DaysStep form={form} />
      <PriceStep form={form} />
      <Actions form={form} />
    </form>
  )
}

/** Always in sight: to keep it for later, or to send it. */
function Actions({ form }: { form: Form }) {
  const { t } = useText()
  const { isHouse, wrong, isSaving, send, ad } = form
  const canKeep = !isHouse && (!ad || ad.status === "draft" || ad.status === "rejected")
  return (
    <div className="bg-ui-bg-base shadow-elevation-card-rest sticky bottom-2 z-10 flex flex-wrap items-center justify-end gap-2 rounded-lg px-4 py-3">
      {wrong.length > 0 && (
        <span role="status" className="txt-small text-ui-fg-error min-w-0 flex-1">
          {t("ads.form.wrong")}
        </span>
      )}
      {canKeep && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          disabled={isSaving}
          onClick={() => send("draft")}
        >
          {t("ads.form.saveDraft")}
        </Button>
      )}
      <Button type="submit" size="small" isLoading={isSaving}>
        {t(isHouse ? "ads.form.publish" : form.goesOn ? "words.save" : "ads.form.saveAndSubmit")}
      </Button>
    </div>
  )
}
