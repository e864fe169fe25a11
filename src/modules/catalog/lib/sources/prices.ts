import { everything, PRICED, Source, thing, VARIANT } from "./source"

const PRICE = [
  "price_set_id",
  "amount",
  "currency_code",
  "min_quantity",
  "max_quantity",
  "rules_count",
  "price_list_id",
]

/** What prices and taxes are worked out of. */
export const PRICES: Source[] = [
  {
    table: "product_variant_price_set",
    columns: ["variant_id", "price_set_id", "deleted_at"],
    concerns: VARIANT("variant_id"),
  },
  { table: "price", columns: [...PRICE, "deleted_at"], concerns: PRICED("", "m.price_set_id") },
  {
    table: "price_rule",
    columns: ["price_id", "attribute", "operator", "value", "priority", "deleted_at"],
    concerns: PRICED("join price r on r.id = m.price_id", "r.price_set_id"),
  },
  {
    table: "price_list",
    columns: ["status", "type", "starts_at", "ends_at", "rules_count", "deleted_at"],
    concerns: thing("price_list", "m.id"),
  },
  {
    table: "price_list_rule",
    columns: ["price_list_id", "attribute", "value", "deleted_at"],
    concerns: thing("price_list", "m.price_list_id"),
  },
  {
    table: "price_preference",
    columns: ["attribute", "value", "is_tax_inclusive", "deleted_at"],
    concerns: everything,
  },
  { table: "region", columns: ["currency_code", "automatic_taxes", "deleted_at"], concerns: everything },
  { table: "region_country", key: ["iso_2"], columns: ["region_id", "deleted_at"], concerns: everything },
  { table: "store_currency", columns: ["currency_code", "deleted_at"], concerns: everything },
  {
    table: "tax_region",
    columns: ["country_code", "province_code", "parent_id", "provider_id", "deleted_at"],
    concerns: everything,
  },
  {
    table: "tax_rate",
    columns: ["rate", "code", "is_default", "is_combinable", "tax_region_id", "deleted_at"],
    concerns: everything,
  },
  {
    table: "tax_rate_rule",
    columns: ["tax_rate_id", "reference", "reference_id", "deleted_at"],
    concerns: everything,
  },
]
