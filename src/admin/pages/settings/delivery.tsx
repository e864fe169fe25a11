import { useState } from "react"
import { Button, Switch, Text } from "@medusajs/ui"
import { Section } from "../../components/page"
import { Empty, Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DeliveryDrawer } from "./delivery-drawer"
import { DeliveryOption } from "./lib/types"

/** The company's ways of delivery; switched on and off in the list, the rest in a drawer. */
export function Delivery() {
  const { t } = useText()
  const [editing, setEditing] = useState<DeliveryOption | "new" | null>(null)
  const read = useApi<{ delivery_options: DeliveryOption[] }>("/merchant/delivery-options")
  const options = read.data?.delivery_options ?? []
  const isLast = (option: DeliveryOption) =>
    option.is_enabled && options.filter(({ is_enabled }) => is_enabled).length === 1
  return (
    <Section
      title={t("settings.delivery")}
      hint={t("settings.deliveryHint")}
      padded={false}
      actions={
        options.length > 0 && (
          <Button size="small" variant="secondary" onClick={() => setEditing("new")}>
            {t("settings.addDelivery")}
          </Button>
        )
      }
    >
      <Shown read={read} rows={2}>
        {({ delivery_options }) =>
          delivery_options.length === 0 ? (
            <Empty text={t("settings.notReady")} />
          ) : (
            <ul className="divide-y">
              {delivery_options.map((option) => (
                <Row
                  key={option.id}
                  option={option}
                  isLast={isLast(option)}
                  onEdit={() => setEditing(option)}
                />
              ))}
            </ul>
          )
        }
      </Shown>
      {editing && (
        <DeliveryDrawer
          option={editing === "new" ? null : editing}
          isLast={editing !== "new" && isLast(editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function Row({ option, isLast, onEdit }: { option: DeliveryOption; isLast: boolean; onEdit: () => void }) {
  const { t, lang, money } = useText()
  const turn = useAct(
    (is_enabled: boolean) => api.post(`/merchant/delivery-options/${option.id}`, { is_enabled }),
    t("words.saved")
  )
  const name = option.name[lang] || option.name.uz
  const price = option.price === 0 ? t("settings.free") : money(option.price)
  const terms =
    option.free_from !== null && option.price > 0
      ? `${price}, ${t("settings.freeOver", { amount: money(option.free_from) })}`
      : price
  return (
    <li className="flex items-center gap-x-3 px-4 py-3 md:px-6">
      <Switch
        checked={option.is_enabled}
        disabled={isLast || turn.isPending}
        aria-label={`${name}: ${t("settings.isOn")}`}
        title={isLast ? t("settings.lastOne") : undefined}
        onCheckedChange={(on) => turn.mutate(on)}
      />
      <div className="min-w-0 flex-1">
        <Text size="small" weight="plus" className={option.is_enabled ? "" : "text-ui-fg-muted"}>
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {`${t(`settings.${option.kind}`)} · ${terms}`}
        </Text>
      </div>
      <Button size="small" variant="transparent" onClick={onEdit}>
        {t("words.edit")}
      </Button>
    </li>
  )
}
