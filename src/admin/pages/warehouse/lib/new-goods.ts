import { isEan } from "../../../../lib/barcode"
import { costOf, markupOf, previewPrice, stockOf } from "./numbers"

/** The short form of new goods, as typed. */
export type NewGoods = {
  name: string
  cost: string
  markup: string
  barcode: string
  stock: string
  category_id: string
  is_visible: boolean
  images: string[]
}

export const NEW_GOODS: NewGoods = {
  name: "",
  cost: "",
  markup: "",
  barcode: "",
  stock: "",
  category_id: "",
  is_visible: true,
  images: [],
}

export type Wrong = Partial<Record<"name" | "cost" | "markup" | "barcode" | "stock", WrongKey>>
export type WrongKey = "name" | "cost" | "markup" | "barcode" | "barcodeTaken" | "stock" | "price"

/** What has to be put right before it is sent; an empty object when nothing. */
export function wrongOf(typed: Pick<NewGoods, "name" | "cost" | "markup" | "barcode" | "stock">): Wrong {
  const cost = costOf(typed.cost)
  const markup = markupOf(typed.markup)
  const isPriceless = cost !== null && markup !== null && previewPrice(cost, markup) === null
  return {
    ...(!typed.name.trim() && { name: "name" as const }),
    ...(cost === null && { cost: "cost" as const }),
    ...(isPriceless && { cost: "price" as const }),
    ...(markup === null && { markup: "markup" as const }),
    ...(typed.barcode.trim() && !isEan(typed.barcode.trim()) && { barcode: "barcode" as const }),
    ...(typed.stock.trim() && stockOf(typed.stock) === null && { stock: "stock" as const }),
  }
}

/** Body of `POST /merchant/listings`; call it when `wrongOf` found nothing. */
export function bodyOf(typed: NewGoods) {
  return {
    name: { uz: typed.name.trim() },
    cost: costOf(typed.cost),
    markup_percent: markupOf(typed.markup),
    stock: stockOf(typed.stock) ?? 0,
    is_visible: typed.is_visible,
    images: typed.images,
    ...(typed.barcode.trim() && { barcode: typed.barcode.trim() }),
    ...(typed.category_id && { category_id: typed.category_id }),
  }
}

/** The form for the next goods of the same delivery: the shelf and the markup are likely the same, the rest is not. */
export const nextGoods = ({ markup, category_id, is_visible }: NewGoods): NewGoods => ({
  ...NEW_GOODS,
  markup,
  category_id,
  is_visible,
})
