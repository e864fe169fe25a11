import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { seedIndex } from "../workflows/search/documents"

/** Categories of goods: found by their own names first, and by those they lie under. */
export default defineSearchIndex({
  name: "product_category",
  entity: "product_category",
  fields: search.define({
    id: search.keyword().filterable(),
    handle: search.keyword().filterable(),
    name: search.text().searchable({ weight: 10 }).sortable(),
    parent_names: search.text().array().searchable({ weight: 2 }),
    parent_category_id: search.keyword().filterable(),
    description: search.text().searchable({ weight: 1 }),
    is_active: search.boolean().filterable().retrievable(false),
    is_internal: search.boolean().filterable().retrievable(false),
  }),
  seed: (context) => seedIndex("product_category", context) as never,
})
