import { FormEvent, useState } from "react"
import { Button, Drawer, Hint, Label, RadioGroup, Switch } from "@medusajs/ui"
import { ConfirmButton } from "../../components/confirm"
import { TextField } from "../../components/field"
import { LANGUAGES } from "../../i18n/languages"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { DeliveryDraft, deliveryBody, deliveryOf, isDeliveryRight, somOf } from "./lib/forms"
import { DeliveryOption } from "./lib/types"

type Props = { option: DeliveryOption | null; isLast: boolean; onClose: () => void }

/** Makes or changes a way of delivery; its kind stays what it was made as. */
export function DeliveryDrawer({ option, isLast, onClose }: Props) {
  const { t } = useText()
  const [draft, setDraft] = useState<DeliveryDraft>(deliveryOf(option))
  const set = (change: Partial<DeliveryDraft>) => setDraft((now) => ({ ...now, ...change }))
  const path = option ? `/merchant/delivery-options/${option.id}` : "/merchant/delivery-options"
  const save = useAct(
    () => api.post(path, { ...(option ? {} : { kind: draft.kind }), ...deliveryBody(draft) }),
    t("words.saved"),
    { onSuccess: onClose }
  )
  const remove = useAct(() => api.delete(path), t("words.saved"), { onSuccess: onClose })
  const errorOf = (text: string) => (Number.isNaN(somOf(text)) ? t("settings.wrongMoney") : undefined)
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild>
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>{option ? t("settings.editDelivery") : t("settings.addDelivery")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
            {!option && (
              <RadioGroup
                value={draft.kind}
                onValueChange={(kind) => set({ kind: kind as DeliveryDraft["kind"] })}
                aria-label={t("settings.kind")}
              >
                {(["courier", "pickup"] as const).map((kind) => (
                  <label key={kind} className="flex cursor-pointer items-center gap-x-2">
                    <RadioGroup.Item value={kind} />
                    <span className="txt-small">{t(`settings.${kind}`)}</span>
                  </label>
                ))}
              </RadioGroup>
            )}
            {LANGUAGES.map((lang) => (
              <TextField
                key={lang}
                label={t("settings.nameIn", { language: t(`settings.languages.${lang}`) })}
                maxLength={80}
                value={draft.name[lang]}
                onText={(text) => set({ name: { ...draft.name, [lang]: text } })}
              />
            ))}
            <TextField
              label={t("settings.price")}
              inputMode="numeric"
              placeholder="0"
              error={errorOf(draft.price)}
              value={draft.price}
              onText={(price) => set({ price })}
            />
            <TextField
              label={t("settings.freeFrom")}
              hint={t("settings.freeFromHint")}
              inputMode="numeric"
              error={errorOf(draft.free_from)}
              value={draft.free_from}
              onText={(free_from) => set({ free_from })}
            />
            <div className="flex items-center gap-x-3">
              <Switch
                id="is-enabled"
                checked={draft.is_enabled}
                disabled={isLast}
                onCheckedChange={(is_enabled) => set({ is_enabled })}
              />
              <Label htmlFor="is-enabled" size="small">
                {t("settings.isOn")}
              </Label>
            </div>
            {isLast && <Hint>{t("settings.lastOne")}</Hint>}
            {option && !isLast && (
              <div className="border-t pt-4">
                <ConfirmButton
                  label={t("words.delete")}
                  question={t("settings.deleteQuestion", { name: option.name.uz })}
                  isDanger
                  isLoading={remove.isPending}
                  onConfirm={() => remove.mutate()}
                />
              </div>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={!isDeliveryRight(draft)} isLoading={save.isPending}>
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
