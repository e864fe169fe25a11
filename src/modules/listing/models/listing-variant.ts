import { model } from "@medusajs/framework/utils"
import { Listing } from "./listing"

/**
 * Cost, markup and codes of one sellable variant. `price` is derived from cost and markup on the server and mirrored
 * to Medusa's price set; it is kept here so that a company's list needs no pricing call.
 */
export const ListingVariant = model
  .define(
    { name: "listing_variant", tableName: "listing_variant" },
    {
      id: model.id({ prefix: "lvar" }).primaryKey(),
      listing: model.belongsTo(() => Listing, { mappedBy: "variants" }),
      company_id: model.text(),
      variant_id: model.text(),
      inventory_item_id: model.text(),
      title: model.text(),
      /** Position among the listing's variants, from 0. */
      rank: model.number().default(0),
      cost: model.bigNumber(),
      /** 0 to 999.99 */
      markup_percent: model.bigNumber(),
      /** Whole so'm. */
      price: model.bigNumber(),
      /** EAN-8 or EAN-13; unique within the company, not in the market. */
      barcode: model.text().nullable(),
      /** The company's own short code ("barid"); unique within the company. */
      shop_code: model.text().nullable(),
      /** Pieces at or under which the variant counts as low in stock; null for the market's own 10 (business rule 17). */
      low_stock: model.number().nullable(),
      /** False once the listing is archived: its codes are free again. */
      is_live: model.boolean().default(true),
    }
  )
  .indexes([
    { on: ["variant_id"], unique: true },
    { on: ["company_id", "listing_id"] },
    {
      on: ["company_id", "barcode"],
      unique: true,
      where: "barcode is not null and is_live and deleted_at is null",
    },
    {
      on: ["company_id", "shop_code"],
      unique: true,
      where: "shop_code is not null and is_live and deleted_at is null",
    },
  ])
