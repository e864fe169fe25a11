import { Source, STOCKED, thing, VARIANT } from "./source"

/** What lies where, and for whom. */
export const STOCK: Source[] = [
  {
    table: "product_variant_inventory_item",
    columns: ["variant_id", "inventory_item_id", "required_quantity", "deleted_at"],
    concerns: VARIANT("variant_id"),
  },
  { table: "inventory_item", columns: ["deleted_at"], concerns: STOCKED("id") },
  {
    table: "inventory_level",
    columns: ["inventory_item_id", "location_id", "stocked_quantity", "reserved_quantity", "deleted_at"],
    concerns: STOCKED("inventory_item_id"),
    isSingle: true,
  },
  {
    table: "sales_channel_stock_location",
    columns: ["sales_channel_id", "stock_location_id", "deleted_at"],
    concerns: thing("location", "m.stock_location_id"),
  },
  { table: "api_key", columns: ["type", "revoked_at", "deleted_at"], concerns: thing("keys", "null::text") },
  {
    table: "publishable_api_key_sales_channel",
    columns: ["publishable_key_id", "sales_channel_id", "deleted_at"],
    concerns: thing("keys", "null::text"),
  },
]
