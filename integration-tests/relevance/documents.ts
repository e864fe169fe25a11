import { GOODS } from "./goods"

/** The sales channel that the judged goods are in; nothing else is. */
export const CHANNEL = "sc_relevance"

/**
 * The goods as the product index holds them. None has sales, ratings or likes: what is judged is the words. They are written
 * into the index itself, since what makes documents of rows is tested elsewhere.
 */
export const documents = () =>
  GOODS.map(({ id, handle, title, description, category, company, sku, barcode }) => ({
    id,
    handle,
    thumbnail: null,
    title,
    title_uz: null,
    title_ru: null,
    title_en: null,
    description: description || null,
    company_id: null,
    company_name: company,
    is_private: null,
    category_ids: [],
    category_names: [category],
    collection_id: null,
    collection: null,
    type_id: null,
    type: null,
    tags: [],
    attributes: [],
    attribute_values: [],
    codes: [sku, barcode],
    sales_channel_ids: [CHANNEL],
    status: "published",
    is_listed: true,
    rating: null,
    rating_count: 0,
    sold_count: 0,
    like_count: 0,
    in_stock: true,
    price: null,
    created_at: "2026-01-01T00:00:00.000Z",
  }))
