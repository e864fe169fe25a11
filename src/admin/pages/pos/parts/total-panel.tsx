import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { totalsOf, type Basket } from "../lib/basket"
import type { PayMode } from "../lib/payment"
import { BigButton, Key } from "./key"

/** The total, as big as the customer can read it across the counter, and the ways to pay it. */
export function TotalPanel({
  basket,
  mayDiscount,
  onDiscount,
  onPay,
}: {
  basket: Basket
  mayDiscount: boolean
  onDiscount: () => void
  onPay: (mode: PayMode) => void
}) {
  const { t, money, number } = useText()
  const { gross, discount, total, pieces } = totalsOf(basket)
  const isEmpty = basket.lines.length === 0
  return (
    <aside className="bg-ui-bg-base shadow-elevation-card-rest sticky bottom-0 z-10 flex flex-col gap-3 rounded-lg p-4 lg:static lg:w-96">
      <div className="flex items-baseline justify-between gap-2">
        <Text className="text-ui-fg-subtle">{t("pos.pieces", { count: number(pieces) })}</Text>
        {discount > 0 && (
          <Text className="text-ui-fg-subtle tabular-nums">
            {money(gross)} − {money(discount)}
          </Text>
        )}
      </div>
      <div aria-live="polite">
        <Text size="small" className="text-ui-fg-subtle">
          {t("pos.toPay")}
        </Text>
        <p className="text-4xl font-semibold tabular-nums lg:text-5xl" data-total={total}>
          {money(total)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <BigButton
          isMain
          label={t("pos.cash")}
          hotkey="F8"
          disabled={isEmpty}
          onClick={() => onPay("cash")}
        />
        <BigButton label={t("pos.card")} hotkey="F9" disabled={isEmpty} onClick={() => onPay("card")} />
        <BigButton label={t("pos.split")} hotkey="F10" disabled={isEmpty} onClick={() => onPay("split")} />
        {mayDiscount && (
          <BigButton label={t("pos.discount")} hotkey="F4" disabled={isEmpty} onClick={onDiscount} />
        )}
      </div>
      <Shortcuts mayDiscount={mayDiscount} />
    </aside>
  )
}

function Shortcuts({ mayDiscount }: { mayDiscount: boolean }) {
  const { t } = useText()
  const rows = [
    ["F2", t("pos.keys.search")],
    ["↑ ↓", t("pos.keys.line")],
    ["+ −", t("pos.keys.quantity")],
    ["5 * ↵", t("pos.keys.pieces")],
    ["Del", t("pos.keys.remove")],
    ...(mayDiscount ? [["F4", t("pos.keys.discount")]] : []),
    ["Alt S", t("pos.keys.sales")],
    ["Alt R", t("pos.keys.return")],
    ["Alt W", t("pos.keys.shift")],
    ["Esc", t("pos.keys.back")],
  ]
  return (
    <dl className="text-ui-fg-subtle txt-compact-small hidden grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 border-t pt-3 lg:grid">
      {rows.map(([key, label]) => (
        <div key={key} className="contents">
          <dt>
            <Key>{key}</Key>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}
