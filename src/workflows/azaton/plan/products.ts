import { toHandle } from "../../../lib/handle"
import { priceOf } from "../../../lib/selling-price"
import { ProductPlan } from "../plans"
import { Planned } from "../types"
import { legacyBarcode } from "./barcode"
import { categoryOf, markerOf } from "./categories"
import { imagesOf } from "./images"
import { tiyinOf } from "./money"
import { Notes, planned } from "./notes"
import { decimalOf, idOf, textOf, timeOf, wholeOf } from "./values"

type Row = Record<string, unknown>

export type ProductContext = {
  hasCompany: (id: string) => boolean
  /** Whether an older product of the same company has the same barcode. */
  losesBarcode: (id: string) => boolean
  /** Whether an older product of the same company has the same short code. */
  losesShopCode: (id: string) => boolean
}

const MAX_PRICE = 1_000_000_000
const MAX_STOCK = 1_000_000
const CEILING = "999.99"

/** Goods of a company; rows that only hold a category's name make no goods. */
export function planProduct(row: Row, context: ProductContext): Planned<ProductPlan> {
  const id = idOf(row.id)!
  const company = idOf(row.company_id)
  const notes = new Notes()
  const facts = { table: "products", legacy_id: id, notes }
  if (markerOf(row.name) !== undefined) {
    notes.add("category_marker", "Holds the name of an empty category.")
    return planned<ProductPlan>("products", null, facts)
  }
  if (!company || !context.hasCompany(company)) {
    notes.add("row_invalid", "Its company does not exist.")
    return planned<ProductPlan>("products", null, facts)
  }
  const title = textOf(row.name)
  const price = priceFacts(row, notes)
  const { images, dropped } = imagesOf(row.images)
  if (dropped > 0) {
    notes.add("images_dropped", `${dropped} of its images are no addresses.`)
  }
  const code = codeFacts(id, row, context, notes)
  const value: ProductPlan = {
    company,
    title: title ?? `Mahsulot #${id}`,
    handle: `${toHandle(title ?? "") || "mahsulot"}-c${company}-${id}`,
    ...price,
    barcode: code.barcode,
    shop_code: code.shop_code,
    category: categoryOf(row.category)?.key ?? null,
    stock: stockOf(row, notes),
    is_visible: row.available_for_customers === true,
    is_draft: title === null || price.cost === null,
    has_colors: row.has_color_options === true,
    images,
    metadata: { legacy: true, legacy_id: id, ...code.metadata },
    created_at: timeOf(row.created_at),
  }
  return planned("products", value, facts)
}

function priceFacts(row: Row, notes: Notes): { cost: string | null; markup_percent: string } {
  const cost = decimalOf(row.price ?? 0)
  const percent = decimalOf(row.markup_percent) ?? "0"
  if (Number(percent) >= Number(CEILING)) {
    notes.add("markup_at_ceiling", `The markup of ${percent} % is the most that the old column could hold.`)
  }
  const markup_percent = Number(percent) < 0 ? "0" : Number(percent) > Number(CEILING) ? CEILING : percent
  const price = cost === null ? null : priceOf(cost, markup_percent)
  if (
    cost === null ||
    price === null ||
    Number(cost) < 0 ||
    Math.max(Number(cost), Number(price)) > MAX_PRICE
  ) {
    notes.add("price_out_of_range", `A cost of ${textOf(row.price) ?? "nothing"} is none; it stays a draft.`)
    return { cost: null, markup_percent }
  }
  const stored = decimalOf(row.selling_price)
  if (stored !== null) {
    const difference = tiyinOf(stored) - tiyinOf(price)
    if (difference > 100n || difference < -100n) {
      notes.add("stale_selling_price", `Stored as ${stored}; cost and markup make ${price}.`)
    }
  }
  return { cost, markup_percent }
}

function stockOf(row: Row, notes: Notes): number {
  const stock = wholeOf(row.quantity) ?? 0
  if (stock < 0) {
    notes.add("stock_negative", `A stock of ${stock} becomes 0.`)
  }
  if (stock > MAX_STOCK) {
    notes.add("stock_out_of_range", `A stock of ${stock} becomes 0.`)
  }
  return stock < 0 || stock > MAX_STOCK ? 0 : stock
}

function codeFacts(id: string, row: Row, context: ProductContext, notes: Notes) {
  const found = legacyBarcode(row.barcode)
  const metadata: Record<string, unknown> = {}
  if (found && !found.code) {
    notes.add("barcode_invalid", `“${found.text}” is no barcode.`)
    metadata.barcode_invalid = found.text
  }
  const isTaken = !!found?.code && context.losesBarcode(id)
  if (isTaken) {
    notes.add("barcode_duplicate_in_company", `Older goods of the company have ${found.code}.`)
    metadata.barcode_duplicate = found.code
  }
  const barid = idOf(row.barid)
  const losesShopCode = !!barid && context.losesShopCode(id)
  if (losesShopCode) {
    notes.add("shop_code_duplicate_in_company", `Older goods of the company have the short code ${barid}.`)
  }
  return {
    barcode: isTaken ? null : (found?.code ?? null),
    shop_code: losesShopCode ? null : barid,
    metadata,
  }
}
