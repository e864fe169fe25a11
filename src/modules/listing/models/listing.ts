import { model } from "@medusajs/framework/utils"
import { ListingVariant } from "./listing-variant"

/**
 * What one company sells: the company's side of a Medusa product. The product carries what shoppers see; the listing
 * carries what only the company may see, and the facts of the law.
 */
export const Listing = model
  .define("listing", {
    id: model.id({ prefix: "list" }).primaryKey(),
    company_id: model.text(),
    product_id: model.text(),
    name_uz: model.text(),
    name_ru: model.text().nullable(),
    name_en: model.text().nullable(),
    /** Names in lower case with barcodes and shop codes, for the company's own search. */
    search_text: model.text(),
    is_visible: model.boolean().default(true),
    status: model.enum(["active", "archived"]).default("active"),
    /** IKPU (MXIK), 17 digits. */
    ikpu: model.text().nullable(),
    package_code: model.text().nullable(),
    vat_percent: model.bigNumber().nullable(),
    variants: model.hasMany(() => ListingVariant, { mappedBy: "listing" }),
  })
  .indexes([
    { on: ["product_id"], unique: true },
    { on: ["company_id", "status", "created_at"] },
    { on: ["company_id", "status", "name_uz"] },
  ])
