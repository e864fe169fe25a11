import type { CatalogVariant, SaleRequest } from "./types"

/** What lies on the counter, before it is sold. Whole so'm. */
export type BasketLine = {
  variant: CatalogVariant
  quantity: number
  /** For the whole line. */
  discount: number
}
export type Basket = {
  /** The sale's id from its first line on: whatever becomes of the tab, one basket is one sale. */
  client_id: string
  lines: BasketLine[]
  /** Of the whole sale, beside those of the lines. */
  discount: number
  /** The line that keys act on. */
  chosen: number
}

export const MAX_QUANTITY = 10_000
/** The server takes no more in one sale. */
export const MAX_LINES = 200

export const emptyBasket = (client_id: string): Basket => ({ client_id, lines: [], discount: 0, chosen: 0 })

export const grossOf = ({ variant, quantity }: BasketLine): number => variant.price * quantity
export const netOf = (line: BasketLine): number => grossOf(line) - line.discount

export type Totals = { gross: number; discount: number; total: number; pieces: number }

export function totalsOf({ lines, discount }: Basket): Totals {
  const gross = lines.reduce((sum, line) => sum + grossOf(line), 0)
  const own = lines.reduce((sum, line) => sum + line.discount, 0)
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return { gross, discount: own + discount, total: gross - own - discount, pieces }
}

/** No discount may be more than what it is taken from: a changed quantity pulls it down. */
function fitting(basket: Basket): Basket {
  const lines = basket.lines.map((line) => ({ ...line, discount: Math.min(line.discount, grossOf(line)) }))
  const net = lines.reduce((sum, line) => sum + netOf(line), 0)
  const chosen = Math.max(0, Math.min(basket.chosen, lines.length - 1))
  return { ...basket, lines, discount: Math.min(basket.discount, net), chosen }
}

/** Whether one more kind of goods is too many. */
export const isFull = ({ lines }: Basket, variant: CatalogVariant): boolean =>
  lines.length >= MAX_LINES && !lines.some((line) => line.variant.id === variant.id)

/** Adds pieces: to the line of the same goods when there is one, and chooses it. A full basket stays as it is. */
export function addTo(basket: Basket, variant: CatalogVariant, pieces = 1): Basket {
  const index = basket.lines.findIndex((line) => line.variant.id === variant.id)
  if (isFull(basket, variant)) {
    return basket
  }
  if (index < 0) {
    const lines = [...basket.lines, { variant, quantity: clamp(pieces), discount: 0 }]
    return { ...basket, lines, chosen: lines.length - 1 }
  }
  return setQuantity({ ...basket, chosen: index }, basket.lines[index].quantity + pieces)
}

const clamp = (quantity: number) => Math.max(1, Math.min(MAX_QUANTITY, Math.round(quantity)))

const changeChosen = (basket: Basket, change: (line: BasketLine) => BasketLine): Basket =>
  fitting({
    ...basket,
    lines: basket.lines.map((line, index) => (index === basket.chosen ? change(line) : line)),
  })

/** Sets the quantity of the chosen line, between 1 and 10 000. */
export const setQuantity = (basket: Basket, quantity: number): Basket =>
  changeChosen(basket, (line) => ({ ...line, quantity: clamp(quantity) }))

export const setLineDiscount = (basket: Basket, discount: number): Basket =>
  changeChosen(basket, (line) => ({ ...line, discount: Math.max(0, discount) }))

export const setDiscount = (basket: Basket, discount: number): Basket =>
  fitting({ ...basket, discount: Math.max(0, discount) })

export const removeChosen = (basket: Basket): Basket =>
  fitting({ ...basket, lines: basket.lines.filter((_, index) => index !== basket.chosen) })

export const choose = (basket: Basket, chosen: number): Basket => fitting({ ...basket, chosen })

/** The prices of today in place of those that the snapshot had; after a refusal, when the cashier agrees to them. */
export const reprice = (basket: Basket, prices: Map<string, number>): Basket =>
  fitting({
    ...basket,
    lines: basket.lines.map((line) => ({
      ...line,
      variant: { ...line.variant, price: prices.get(line.variant.id) ?? line.variant.price },
    })),
  })

/** The lines and the discount as the server takes them; the discount of nothing is left out. */
export function requestLines(basket: Basket): Pick<SaleRequest, "lines" | "discount"> {
  return {
    lines: basket.lines.map(({ variant, quantity, discount }) => ({
      variant_id: variant.id,
      quantity,
      unit_price: variant.price,
      ...(discount > 0 && { discount }),
    })),
    ...(basket.discount > 0 && { discount: basket.discount }),
  }
}
