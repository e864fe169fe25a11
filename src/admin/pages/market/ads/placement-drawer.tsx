import { FormEvent, useState } from "react"
import { Button, Drawer, Label, Switch } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Sketch } from "../../ads/form/sketch"
import type { AdPlacement } from "../../ads/lib/types"
import { fieldsOf, placementBody, placementOf, wrongFields } from "./lib/placement-form"

const HINTS = {
  width: "ads.placement.sizeHint",
  height: undefined,
  most: "ads.placement.mostHint",
  positions: "ads.placement.positionsHint",
  minimum_cpm: "ads.placement.minimumHint",
  minimum_cpc: undefined,
} as const
const NAMES = {
  width: "ads.placement.width",
  height: "ads.placement.height",
  most: "ads.placement.most",
  positions: "ads.placement.positions",
  minimum_cpm: "ads.placement.minimumCpm",
  minimum_cpc: "ads.placement.minimumCpc",
} as const

/** What one place takes: on or off, sizes, how many, least prices. */
export function PlacementDrawer({ place, onClose }: { place: AdPlacement; onClose: () => void }) {
  const { t, lang } = useText()
  const [draft, setDraft] = useState(placementOf(place))
  const wrong = wrongFields(draft, place.kind)
  const save = useAct(
    () => api.post(`/admin/ad-placements/${place.code}`, placementBody(draft, place.kind)),
    t("words.saved"),
    { onSuccess: onClose }
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild className="max-md:inset-x-2 max-md:w-auto max-md:max-w-none">
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>{place.name[lang]}</Drawer.Title>
            <Drawer.Description>{t("ads.placement.edit")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
            <Sketch code={place.code} />
            <div className="flex items-center gap-x-3">
              <Switch
                id="place-active"
                checked={draft.is_active}
                onCheckedChange={(is_active) => setDraft({ ...draft, is_active })}
              />
              <Label htmlFor="place-active" size="small">
                {t("ads.placement.isActive")}
              </Label>
            </div>
            {fieldsOf(place).map((field) => {
              const hint = HINTS[field]
              const isWrong = wrong.includes(field)
              return (
                <TextField
                  key={field}
                  label={t(NAMES[field])}
                  hint={hint && t(hint)}
                  error={
                    isWrong
                      ? t(
                          field === "positions" ? "ads.placement.wrongPositions" : "ads.placement.wrongNumber"
                        )
                      : undefined
                  }
                  inputMode="numeric"
                  value={draft[field]}
                  onText={(text) => setDraft({ ...draft, [field]: text })}
                />
              )
            })}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={wrong.length > 0} isLoading={save.isPending}>
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
