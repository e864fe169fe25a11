import { Hint, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { AdPlacement } from "../lib/types"
import { LANGUAGES } from "../../../i18n/languages"
import { ChoiceCards } from "./choice-cards"
import { Sketch } from "./sketch"
import { Step } from "./step"
import type { FormStep } from "./use-ad-form"

/** Where on the storefront it is shown; each place with a drawing of it. */
export function PlaceStep({ form }: FormStep) {
  const { t, lang } = useText()
  const { draft, wrong, places, choosePlace, ad } = form
  const fitting = places.filter(
    ({ kind, is_active, code }) => kind === draft.kind && (is_active || code === draft.placement)
  )
  const hasPicture = LANGUAGES.some((one) => draft.content[one].image)
  // The place of an ad that was handed in stays: its price and its pictures hang on it.
  const isOpen = !ad || form.isHouse || ad.status === "draft" || ad.status === "rejected"
  const offered = !isOpen ? fitting.filter(({ code }) => code === ad.placement) : fitting
  return (
    <Step name="place" title={t("ads.place.title")} wrong={wrong}>
      {fitting.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("ads.place.none")}
        </Text>
      )}
      <ChoiceCards
        label={t("ads.place.title")}
        value={draft.placement}
        columns="lg:grid-cols-2"
        onChoose={(code) => choosePlace(fitting.find((place) => place.code === code)!)}
        cards={offered.map((place) => ({
          value: place.code,
          title: place.name[lang],
          text: <PlaceFacts place={place} isHouse={form.isHouse} />,
          picture: <Sketch code={place.code} />,
        }))}
      />
      {hasPicture && offered.length > 1 && <Hint>{t("ads.place.change")}</Hint>}
    </Step>
  )
}

function PlaceFacts({ place, isHouse }: { place: AdPlacement; isHouse: boolean }) {
  const { t, number, money } = useText()
  return (
    <span className="flex flex-col">
      {place.width && place.height ? (
        <span>{t("ads.place.size", { width: number(place.width), height: number(place.height) })}</span>
      ) : (
        <span>{t("ads.place.positions", { positions: (place.positions ?? []).join(", ") })}</span>
      )}
      {!isHouse && (
        <>
          <span>{t("ads.place.cpm", { amount: money(place.minimum_cpm) })}</span>
          <span>{t("ads.place.cpc", { amount: money(place.minimum_cpc) })}</span>
        </>
      )}
    </span>
  )
}
