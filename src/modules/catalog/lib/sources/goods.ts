import { goods, Source, thing, VARIANT } from "./source"

const PRODUCT = [
  ...[
    "title",
    "handle",
    "subtitle",
    "description",
    "is_giftcard",
    "status",
    "thumbnail",
    "weight",
    "length",
    "height",
  ],
  ...[
    "width",
    "origin_country",
    "hs_code",
    "mid_code",
    "material",
    "collection_id",
    "type_id",
    "discountable",
  ],
  ...["updated_at", "deleted_at"],
]
const PRODUCT_VARIANT = [
  ...[
    "product_id",
    "title",
    "sku",
    "barcode",
    "ean",
    "upc",
    "manage_inventory",
    "allow_backorder",
    "variant_rank",
  ],
  "deleted_at",
]
/** What companies and the operator write of goods. */
export const GOODS: Source[] = [
  { table: "product", columns: PRODUCT, concerns: goods("m.id") },
  { table: "product_variant", columns: PRODUCT_VARIANT, concerns: goods("m.product_id") },
  { table: "image", columns: ["product_id", "url", "rank", "deleted_at"], concerns: goods("m.product_id") },
  {
    table: "product_product_option",
    columns: ["product_id", "product_option_id", "deleted_at"],
    concerns: goods("m.product_id"),
  },
  {
    table: "product_product_option_value",
    columns: ["product_product_option_id", "product_option_value_id", "deleted_at"],
    concerns: goods("po.product_id", "join product_product_option po on po.id = m.product_product_option_id"),
  },
  { table: "product_option", columns: ["title", "deleted_at"], concerns: thing("option", "m.id") },
  {
    table: "product_option_value",
    columns: ["option_id", "value", "rank", "deleted_at"],
    concerns: thing("option", "m.option_id"),
  },
  {
    table: "product_variant_option",
    key: ["variant_id", "option_value_id"],
    columns: [],
    concerns: VARIANT("variant_id"),
  },
  {
    table: "product_tags",
    key: ["product_id", "product_tag_id"],
    columns: [],
    concerns: goods("m.product_id"),
  },
  { table: "product_tag", columns: ["value", "deleted_at"], concerns: thing("tag", "m.id") },
  { table: "product_type", columns: ["value", "deleted_at"], concerns: thing("type", "m.id") },
  {
    table: "product_collection",
    columns: ["title", "handle", "deleted_at"],
    concerns: thing("collection", "m.id"),
  },
  {
    table: "product_category_product",
    key: ["product_id", "product_category_id"],
    columns: [],
    concerns: goods("m.product_id"),
  },
  {
    table: "product_category",
    columns: ["name", "handle", "mpath", "rank", "is_active", "is_internal", "deleted_at"],
    concerns: thing("category", "m.id"),
  },
  {
    table: "product_sales_channel",
    columns: ["product_id", "sales_channel_id", "deleted_at"],
    concerns: goods("m.product_id"),
  },
]
