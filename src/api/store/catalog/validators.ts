import { z } from "@medusajs/framework/zod"
import { ORDERS } from "../../../workflows/catalog/serve"

const MOST_VALUES = 50
/** Each option that is filtered by is another look at every one of the goods. */
const MOST_TITLES = 10
const text = (most: number) => z.string().trim().min(1).max(most)

/** One value, several values of one name, or several between commas. */
const ids = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [...new Set([value].flat().flatMap((one) => one.split(",")))].map((id) => id.trim()))
  .pipe(z.array(text(200)).max(MOST_VALUES))
  .default([])

/** "Title=value", where a value may hold a comma. */
const attributes = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [...new Set([value].flat())])
  .pipe(
    z
      .array(
        z
          .string()
          .max(300)
          .regex(/^[^=]+=.+$/su, "must be Title=value")
      )
      .max(MOST_VALUES)
      .refine((all) => new Set(all.map((one) => one.split("=", 1)[0])).size <= MOST_TITLES, {
        message: `must be of at most ${MOST_TITLES} titles`,
      })
  )
  .default([])

const flag = z
  .literal("true")
  .optional()
  .transform((value) => value === "true")
const amount = z.coerce.number().min(0).max(1e15)

/** Where prices are asked for: a region, or a currency without one. */
const context = {
  region_id: text(200).optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .optional(),
  country_code: z
    .string()
    .regex(/^[a-z]{2}$/i)
    .optional(),
}

const isOne = ({ region_id, currency_code }: { region_id?: string; currency_code?: string }) =>
  region_id === undefined || currency_code === undefined
const ONE = { message: "region_id and currency_code exclude each other", path: ["currency_code"] }

export const ListGoods = z
  .strictObject({
    ...context,
    company_id: ids,
    category_id: ids,
    collection_id: ids,
    tag_id: ids,
    id: ids,
    handle: ids,
    sales_channel_id: ids,
    q: text(200).optional(),
    order: z.enum(ORDERS).optional(),
    price_min: amount.optional(),
    price_max: amount.optional(),
    in_stock: flag,
    on_sale: flag,
    rating_min: z.coerce.number().min(0).max(5).optional(),
    attribute: attributes,
    facets: flag,
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
    cursor: z.string().min(1).max(1_000).optional(),
  })
  .refine(isOne, ONE)
  .refine(({ offset, cursor }) => offset === 0 || cursor === undefined, {
    message: "cursor and offset exclude each other",
    path: ["cursor"],
  })

export const ReadGoods = z.strictObject({ ...context, sales_channel_id: ids }).refine(isOne, ONE)
export const ReadHome = z.strictObject(context).refine(isOne, ONE)
export const ReadNothing = z.strictObject({})
export const ListCompanies = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
})
