import { useEffect, useRef } from "react"
import { clx, IconButton, Text } from "@medusajs/ui"
import { Minus, Plus, Trash } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { grossOf, netOf, type Basket, type BasketLine } from "../lib/basket"
import { nameOf } from "../lib/find"
import { leftOf } from "../lib/stock"

type Acts = {
  onChoose: (index: number) => void
  onQuantity: (index: number, quantity: number) => void
  onRemove: (index: number) => void
}

/** What lies on the counter; the chosen line is the one that keys change. */
export function BasketList({
  basket,
  taken,
  ...acts
}: { basket: Basket; taken: Map<string, number> } & Acts) {
  const { t } = useText()
  if (basket.lines.length === 0) {
    return (
      <div className="text-ui-fg-muted flex flex-1 flex-col items-center justify-center gap-1 px-6 py-12 text-center">
        <Text size="large" weight="plus">
          {t("pos.emptyBasket")}
        </Text>
        <Text size="small">{t("pos.emptyBasketHint")}</Text>
      </div>
    )
  }
  return (
    <ol className="divide-y" aria-label={t("pos.basket")}>
      {basket.lines.map((line, index) => (
        <Line
          key={line.variant.id}
          line={line}
          isChosen={index === basket.chosen}
          left={leftOf(line.variant, taken)}
          onChoose={() => acts.onChoose(index)}
          onQuantity={(quantity) => acts.onQuantity(index, quantity)}
          onRemove={() => acts.onRemove(index)}
        />
      ))}
    </ol>
  )
}

function Line({
  line,
  isChosen,
  left,
  onChoose,
  onQuantity,
  onRemove,
}: {
  line: BasketLine
  isChosen: boolean
  left: number | null
  onChoose: () => void
  onQuantity: (quantity: number) => void
  onRemove: () => void
}) {
  const { t, lang, money, number } = useText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) {
      row.current?.scrollIntoView({ block: "nearest" })
    }
  }, [isChosen, line.quantity])
  return (
    <li
      ref={row}
      aria-current={isChosen}
      onClick={onChoose}
      className={clx("flex flex-wrap items-center gap-x-3 gap-y-2 border-s-4 px-3 py-2.5", {
        "border-s-ui-fg-interactive bg-ui-bg-highlight": isChosen,
        "border-s-transparent": !isChosen,
      })}
    >
      <div className="min-w-40 flex-1">
        <Text weight="plus" className="leading-snug">
          {nameOf(line.variant, lang)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {money(line.variant.price)}
          {line.discount > 0 && ` · −${money(line.discount)}`}
        </Text>
        {left !== null && left < line.quantity && (
          <Text size="small" className="text-ui-tag-orange-text" role="note">
            {t("pos.onlyLeft", { count: number(Math.max(0, left)) })}
          </Text>
        )}
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          size="large"
          tabIndex={-1}
          aria-label={t("pos.less")}
          onClick={() => (line.quantity > 1 ? onQuantity(line.quantity - 1) : onRemove())}
        >
          {line.quantity > 1 ? <Minus /> : <Trash />}
        </IconButton>
        <Text
          size="large"
          weight="plus"
          className="min-w-10 text-center tabular-nums"
          aria-label={t("pos.quantity")}
        >
          {number(line.quantity)}
        </Text>
        <IconButton
          size="large"
          tabIndex={-1}
          aria-label={t("pos.more")}
          onClick={() => onQuantity(line.quantity + 1)}
        >
          <Plus />
        </IconButton>
      </div>
      <div className="ms-auto min-w-28 text-end">
        {line.discount > 0 && (
          <Text size="small" className="text-ui-fg-muted tabular-nums line-through">
            {money(grossOf(line))}
          </Text>
        )}
        <Text size="large" weight="plus" className="tabular-nums">
          {money(netOf(line))}
        </Text>
      </div>
    </li>
  )
}
