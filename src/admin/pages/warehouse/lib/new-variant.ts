import type { Option } from "../types"
import { costOf, markupOf, stockOf } from "./numbers"
import { Wrong, wrongOf } from "./new-goods"

/** A variant to be added, as typed. */
export type NewVariant = {
  /** Value of each option that the goods have, and of a new one when `newOption` names it. */
  values: Record<string, string>
  newOption: string
  newValue: string
  /** What the variants that exist get for the new option. */
  existingValue: string
  cost: string
  markup: string
  barcode: string
  shop_code: string
  stock: string
}

export const NEW_VARIANT: NewVariant = {
  values: {},
  newOption: "",
  newValue: "",
  existingValue: "",
  cost: "",
  markup: "",
  barcode: "",
  shop_code: "",
  stock: "",
}

const SHOP_CODE = /^[A-Za-z0-9-]{1,20}$/
export const isShopCode = (text: string): boolean => SHOP_CODE.test(text)

/** Options of the variant: those that the goods have, in their order, then the new one. */
export function optionsOf(typed: NewVariant, options: Option[]): Record<string, string> {
  const known = options.map(({ title }) => [title, (typed.values[title] ?? "").trim()])
  const fresh = typed.newOption.trim() ? [[typed.newOption.trim(), typed.newValue.trim()]] : []
  return Object.fromEntries([...known, ...fresh])
}

export type WrongVariant = Wrong & { shop_code?: "shopCode"; options?: "options" }

/** What has to be put right: every option needs a value, and goods of one kind need a first option. */
export function wrongVariant(typed: NewVariant, options: Option[]): WrongVariant {
  const chosen = optionsOf(typed, options)
  const values = Object.values(chosen)
  const lacksOption = values.length === 0 || values.some((value) => !value)
  return {
    ...wrongOf({ ...typed, name: "-" }),
    ...(typed.shop_code.trim() && !isShopCode(typed.shop_code.trim()) && { shop_code: "shopCode" as const }),
    ...(lacksOption && { options: "options" as const }),
  }
}

/** Body of `POST /merchant/listings/:id/variants`; call it when `wrongVariant` found nothing. */
export function variantBody(typed: NewVariant, options: Option[]) {
  const option = typed.newOption.trim()
  return {
    options: optionsOf(typed, options),
    cost: costOf(typed.cost),
    markup_percent: markupOf(typed.markup),
    stock: stockOf(typed.stock) ?? 0,
    ...(typed.barcode.trim() && { barcode: typed.barcode.trim() }),
    ...(typed.shop_code.trim() && { shop_code: typed.shop_code.trim() }),
    ...(option &&
      typed.existingValue.trim() && { existing_options: { [option]: typed.existingValue.trim() } }),
  }
}
