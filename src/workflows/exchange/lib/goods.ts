import { createHash } from "node:crypto"
import { toHandle } from "../../../lib/handle"
import { ListingPatch } from "../../listing/lib/plan-update"
import type { NewGoods } from "../workflows/create-listings"
import { UpdateUnit } from "./plan"
import { NewUnit } from "./plan-new"

/**
 * The handle of the product that a row makes: its tail is the row's own mark, so that handles being unique in the market
 * keeps the row from making a second product.
 */
export function markedHandle(name: string, rowId: string): string {
  const mark = BigInt(`0x${createHash("sha256").update(rowId).digest("hex").slice(0, 16)}`)
  return `${toHandle(name) || "mahsulot"}-${mark.toString(36).slice(-10).padStart(10, "0")}`
}

/** New goods as the workflow takes them. */
export function goodsOf({ rows, facts, options, prices }: NewUnit): NewGoods {
  const { name_uz, name_ru, name_en, ...rest } = facts
  return {
    handle: markedHandle(name_uz, rows[0].row.id),
    name: { uz: name_uz, ru: name_ru, en: name_en },
    facts: rest,
    options,
    variants: rows.map(({ row: { values } }, index) => ({
      title: values.variant_title,
      options: values.options,
      ...prices[index],
      barcode: values.barcode,
      shop_code: values.shop_code,
      stock: values.stock,
    })),
  }
}

/** What rows change of goods, as a company's person would have sent it. */
export function patchOf({ listing, changes, rows }: UpdateUnit): ListingPatch {
  const { name_uz, name_ru, name_en, ...rest } = changes
  const isRenamed = [name_uz, name_ru, name_en].some((name) => name !== undefined)
  const name = {
    uz: name_uz ?? listing.name_uz,
    ru: name_ru === undefined ? listing.name_ru : name_ru,
    en: name_en === undefined ? listing.name_en : name_en,
  }
  return {
    ...rest,
    ...(isRenamed ? { name } : {}),
    variants: rows
      .filter((plan) => Object.keys(plan.changes!.variant).length > 0)
      .map((plan) => ({ id: plan.match!.variant.id, ...plan.changes!.variant })),
  }
}
