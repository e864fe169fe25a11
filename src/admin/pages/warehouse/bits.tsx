import { Badge, clx, StatusBadge, Switch } from "@medusajs/ui"
import { Photo } from "@medusajs/icons"
import { useText } from "../../lib/text"
import { priceRange, priceWhileTyping } from "./lib/cells"
import { nameIn } from "./lib/names"
import type { Listing, StockState } from "./types"
import type { Cells, Line } from "./use-cells"
import { useChange } from "./use-change"

const SIZES = { small: "size-9", large: "size-14" }

/** The picture of goods, or a sign that there is none. */
export function Thumb({ url, size = "small" }: { url: string | null; size?: keyof typeof SIZES }) {
  return (
    <div
      className={clx(
        "bg-ui-bg-component border-ui-border-base text-ui-fg-muted flex shrink-0 items-center justify-center overflow-hidden rounded-md border",
        SIZES[size]
      )}
    >
      {url ? (
        <img src={url} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Photo aria-hidden />
      )}
    </div>
  )
}

const COLORS = { low: "orange", some: "orange", urgent: "red", out: "red" } as const

/** Names stock that runs out; says nothing while there is enough. */
export function StockBadge({ state }: { state: StockState | "some" }) {
  const { t } = useText()
  return state === "in" ? null : (
    <Badge size="2xsmall" color={COLORS[state]} className="whitespace-nowrap">
      {t(`warehouse.stockState.${state}`)}
    </Badge>
  )
}

/** Pieces promised to orders, when there are any. */
export function Reserved({ count }: { count: number }) {
  const { t, number } = useText()
  return count > 0 ? (
    <span className="txt-compact-xsmall text-ui-fg-muted whitespace-nowrap">
      {t("warehouse.reserved", { count: number(count) })}
    </span>
  ) : null
}

/** The price of a line; the coming one while cost or markup is typed. */
export function Price({ line, cells }: { line: Line; cells: Cells }) {
  const { money } = useText()
  const { variant } = line
  const field = cells.editing?.variantId === variant.id ? cells.editing.field : null
  const shown = {
    ...variant,
    cost: cells.shownValue(line, "cost"),
    markup_percent: cells.shownValue(line, "markup_percent"),
  }
  const coming = field ? priceWhileTyping(shown, field, cells.typed) : undefined
  return (
    <span
      aria-live={field ? "polite" : undefined}
      className={clx("whitespace-nowrap tabular-nums", {
        "text-ui-fg-base": coming === undefined,
        "text-ui-fg-interactive txt-compact-small-plus": coming !== undefined,
      })}
    >
      {coming === null ? "—" : money(coming ?? variant.price)}
    </span>
  )
}

/** Cheapest to dearest of goods of several kinds. */
export function PriceRange({ listing }: { listing: Listing }) {
  const { money, number } = useText()
  const [low, high] = priceRange(listing)
  return (
    <span className="whitespace-nowrap tabular-nums">
      {low === high ? money(low) : `${number(low)} – ${money(high)}`}
    </span>
  )
}

/** Whether shoppers see the goods; a switch for those who may change it. */
export function Visibility({ listing, isEditor }: { listing: Listing; isEditor: boolean }) {
  const { t, lang } = useText()
  const change = useChange()
  const { id, is_visible, status } = listing
  if (status === "archived" || !isEditor) {
    const word = status === "archived" ? "archived" : is_visible ? "visible" : "hidden"
    return <StatusBadge color={word === "visible" ? "green" : "grey"}>{t(`warehouse.${word}`)}</StatusBadge>
  }
  const said = (isVisible: boolean) =>
    t(isVisible ? "warehouse.nowVisible" : "warehouse.nowHidden", { name: nameIn(lang, listing.name) })
  return (
    <Switch
      size="small"
      checked={is_visible}
      aria-label={`${nameIn(lang, listing.name)}: ${t("warehouse.isVisible")}`}
      onCheckedChange={(isVisible) =>
        void change({
          id,
          patch: { is_visible: isVisible },
          back: { is_visible: is_visible },
          said: said(isVisible),
        })
      }
    />
  )
}
