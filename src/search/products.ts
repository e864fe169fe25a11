import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { seedIndex } from "../workflows/search/documents"

/**
 * Goods (docs/search.md). All of them, published or not: the operator's dashboard searches here as well; what shoppers may
 * find is said by filters at every search. Kept by `syncSearch`, not by events: the catalogue notices changes of whatever
 * goods are made of in the transaction that makes them, and most of them have no event.
 */
export default defineSearchIndex({
  name: "product",
  entity: "product",
  fields: search.define({
    id: search.keyword().filterable(),
    handle: search.keyword().filterable(),
    thumbnail: search.keyword(),
    codes: search.keyword().array().searchable({ weight: 10 }).filterable().retrievable(false),
    title: search.text().searchable({ weight: 10 }).sortable(),
    title_uz: search.text().searchable({ weight: 10 }),
    title_ru: search.text().searchable({ weight: 10 }),
    title_en: search.text().searchable({ weight: 10 }),
    company_id: search.keyword().filterable().facetable(),
    company_name: search.text().searchable({ weight: 2 }),
    category_names: search.text().array().searchable({ weight: 4 }),
    category_ids: search.keyword().array().filterable().facetable(),
    collection: search.text().searchable({ weight: 4 }),
    collection_id: search.keyword().filterable().facetable(),
    type: search.text().searchable({ weight: 4 }),
    type_id: search.keyword().filterable().facetable(),
    tags: search.keyword().array().searchable({ weight: 2 }).filterable().facetable(),
    attributes: search.keyword().array().filterable().facetable(),
    attribute_values: search.text().array().searchable({ weight: 2 }).retrievable(false),
    description: search.text().searchable({ weight: 1 }),
    sales_channel_ids: search.keyword().array().filterable().retrievable(false),
    status: search.keyword().filterable(),
    is_private: search.boolean().filterable().retrievable(false),
    is_listed: search.boolean().filterable().retrievable(false),
    rating: search
      .float()
      .filterable()
      .sortable()
      .facetable({ types: ["range", "stats"] }),
    rating_count: search.integer(),
    sold_count: search.integer().sortable(),
    like_count: search.integer().sortable(),
    in_stock: search.boolean().filterable().facetable(),
    price: search
      .float()
      .filterable()
      .sortable()
      .facetable({ types: ["range", "stats"] }),
    created_at: search.date().filterable().sortable(),
  }),
  settings: {
    provider_options: {
      bozor: {
        codes: "codes",
        company: "company_id",
        private: "is_private",
        quality: { rating: "rating", sold: "sold_count", likes: "like_count", stock: "in_stock" },
      },
    },
  },
  seed: (context) => seedIndex("product", context) as never,
})
