import { z } from "@medusajs/framework/zod"
import { LABEL_PAPERS, LANGUAGES } from "../../../documents"
import { isEan } from "../../../lib/barcode"
import { isIkpu } from "../../../lib/tax-id"
import { LISTING_ORDERS, ListingOrder } from "../../../workflows/listing/queries/found"
import { paging } from "../../access/validate-query"

const name = z.string().trim().min(1).max(300)

/** Uzbek is required; a plain text is taken as the Uzbek name. */
const names = z.union([
  name.transform((uz) => ({ uz })),
  z.strictObject({ uz: name, ru: name.nullable().optional(), en: name.nullable().optional() }),
])

const hasTwoDecimals = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6

const cost = z.number().min(0).max(1_000_000_000_000).refine(hasTwoDecimals, "has more than two decimals")
const markup = z.number().min(0).max(999.99).refine(hasTwoDecimals, "has more than two decimals")
const barcode = z
  .string()
  .trim()
  .refine(isEan, "must be an EAN-8 or EAN-13 with a right check digit")
  .nullable()
const shopCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/, "must be 1 to 20 letters, digits or hyphens")
  .nullable()
const stock = z.number().int().min(0).max(1_000_000)
const lowStock = z.number().int().min(0).max(1_000_000).nullable()
const image = z
  .string()
  .max(2000)
  .refine((url) => /^https?:\/\//.test(url) || url.startsWith("/static/"), "must be an http or https link")

const variantFacts = {
  cost,
  markup_percent: markup,
  barcode: barcode.optional(),
  shop_code: shopCode.optional(),
  stock: stock.optional(),
  low_stock: lowStock.optional(),
}

/** Facts of a variant that exists: any of them, and what its sender saw on the shelf. */
const variantChanges = {
  cost: cost.optional(),
  markup_percent: markup.optional(),
  barcode: barcode.optional(),
  shop_code: shopCode.optional(),
  stock: stock.optional(),
  stock_was: stock.optional(),
  low_stock: lowStock.optional(),
}

const listingFacts = {
  description: z.string().trim().max(10_000).nullable().optional(),
  category_id: z.string().max(100).nullable().optional(),
  images: z.array(image).max(6).optional(),
  is_visible: z.boolean().optional(),
  ikpu: z.string().trim().refine(isIkpu, "must be 17 digits").nullable().optional(),
  package_code: z
    .string()
    .trim()
    .regex(/^\d{1,10}$/, "must be 1 to 10 digits")
    .nullable()
    .optional(),
  vat_percent: z.number().min(0).max(100).nullable().optional(),
}

const options = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1).max(50),
      values: z.array(z.string().trim().min(1).max(100)).min(1).max(50),
    })
  )
  .max(3)

const variant = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  options: z.record(z.string(), z.string()).optional(),
  ...variantFacts,
})

/** Goods in one kind give cost, markup, codes and stock at the top; goods in several give `options` and `variants`. */
export const CreateListing = z.union([
  z.strictObject({ name: names, ...listingFacts, options, variants: z.array(variant).min(1).max(100) }),
  z.strictObject({ name: names, ...listingFacts, ...variantFacts }),
])

export const UpdateListing = z.strictObject({
  name: names.optional(),
  ...listingFacts,
  ...variantChanges,
  variants: z
    .array(z.strictObject({ id: z.string().min(1), ...variantChanges }))
    .max(100)
    .optional(),
})

const optionNames = z
  .record(z.string().trim().min(1).max(50), z.string().trim().min(1).max(100))
  .refine((value) => Object.keys(value).length <= 3, "at most three options")

export const AddVariant = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  options: optionNames,
  existing_options: optionNames.optional(),
  ...variantFacts,
})

export const BulkListings = z
  .strictObject({
    ids: z.array(z.string().min(1).max(100)).min(1).max(500),
    is_visible: z.boolean().optional(),
    markup_percent: markup.optional(),
    category_id: z.string().min(1).max(100).nullable().optional(),
  })
  .refine(
    ({ is_visible, markup_percent, category_id }) =>
      is_visible !== undefined || markup_percent !== undefined || category_id !== undefined,
    "send is_visible, markup_percent or category_id"
  )

export const PrintLabels = z.strictObject({
  items: z
    .array(
      z.strictObject({ variant_id: z.string().min(1).max(100), copies: z.number().int().min(1).max(500) })
    )
    .min(1)
    .max(2000),
  paper: z.enum(LABEL_PAPERS),
  lang: z.enum(LANGUAGES).default("uz"),
})

const orders = LISTING_ORDERS.flatMap((field): ListingOrder[] => [field, `-${field}`])

export const ListListings = z.object({
  ...paging,
  q: z.string().trim().max(100).optional(),
  is_visible: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  status: z.enum(["active", "archived"]).default("active"),
  stock: z.enum(["in", "out", "low"]).optional(),
  category_id: z.string().max(100).optional(),
  order: z.enum(orders as [ListingOrder, ...ListingOrder[]]).default("-created_at"),
})

export type CreateListingBody = z.infer<typeof CreateListing>
export type UpdateListingBody = z.infer<typeof UpdateListing>
export type ListListingsQuery = z.infer<typeof ListListings>
export type AddVariantBody = z.infer<typeof AddVariant>
export type BulkListingsBody = z.infer<typeof BulkListings>
export type PrintLabelsBody = z.infer<typeof PrintLabels>
