import { defineSearchIndex, graphSeed, search } from "@medusajs/framework/utils"

type Row = {
  id: string
  title: string
  handle: string
  description: string | null
  status: string
  thumbnail: string | null
  sales_channels: Array<{ id: string }>
  variants: Array<{ sku: string | null; barcode: string | null }>
}

/** Goods as Medusa's guide indexes them, for its own provider: what is searched here is what our index searches. */
const fields = search.define({
  id: search.keyword().filterable(),
  title: search.text().searchable({ weight: 3 }),
  description: search.text().searchable(),
  handle: search.keyword(),
  thumbnail: search.keyword(),
  status: search.keyword().filterable(),
  sales_channel_ids: search.keyword().array().filterable(),
  skus: search.keyword().array(),
})

export default defineSearchIndex({
  name: "product",
  entity: "product",
  fields,
  seed: graphSeed<typeof fields, Row>({
    batch_size: 1_000,
    fields: [
      "id",
      "title",
      "description",
      "handle",
      "thumbnail",
      "status",
      "sales_channels.id",
      "variants.sku",
    ],
    transform: (rows) =>
      rows.map(({ sales_channels, variants, ...row }) => ({
        ...row,
        sales_channel_ids: sales_channels.map(({ id }) => id),
        skus: variants.flatMap(({ sku }) => sku ?? []),
      })),
  }),
})
