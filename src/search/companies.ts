import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { seedIndex } from "../workflows/search/documents"

/** Companies. Private ones are in it for those whom they have let in; filters say so at every search. */
export default defineSearchIndex({
  name: "company",
  entity: "company",
  fields: search.define({
    id: search.keyword().filterable(),
    handle: search.keyword().filterable(),
    logo_url: search.keyword(),
    name: search.text().searchable({ weight: 10 }).sortable(),
    status: search.keyword().filterable().retrievable(false),
    is_private: search.boolean().filterable().retrievable(false),
    rating: search.float().filterable().sortable(),
    rating_count: search.integer(),
    product_count: search.integer().sortable(),
  }),
  settings: {
    provider_options: {
      bozor: { company: "id", private: "is_private", quality: { rating: "rating", sold: "product_count" } },
    },
  },
  seed: (context) => seedIndex("company", context) as never,
})
