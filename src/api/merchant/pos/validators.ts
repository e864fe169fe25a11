import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

/** Whole so'm. The most that a receipt can count in tiyin. */
const MOST = 9e13
const som = z.number().int().min(0).max(MOST)
const id = z.string().min(1).max(100)
const clientId = z.uuid()
const note = z.string().trim().min(1).max(500)

export const OpenShift = z
  .object({ opening_cash: som, register: z.string().trim().min(1).max(50).optional() })
  .strict()
export type OpenShiftBody = z.infer<typeof OpenShift>

export const CloseShift = z.object({ counted_cash: som, note: note.optional() }).strict()
export type CloseShiftBody = z.infer<typeof CloseShift>

export const MoveCash = z
  .object({
    amount: z
      .number()
      .int()
      .min(-MOST)
      .max(MOST)
      .refine((amount) => amount !== 0, "must not be 0"),
    note,
    client_id: clientId,
  })
  .strict()
export type MoveCashBody = z.infer<typeof MoveCash>

export const ListShifts = z.object({
  ...paging,
  status: z.enum(["open", "closed"]).optional(),
  member_id: id.optional(),
})
export type ListShiftsQuery = z.infer<typeof ListShifts>

export const Catalog = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})
export type CatalogQuery = z.infer<typeof Catalog>

export const Scan = z.object({ code: z.string().trim().min(1).max(100) })
export type ScanQuery = z.infer<typeof Scan>

const Line = z
  .object({
    variant_id: id,
    quantity: z.number().int().min(1).max(100_000),
    unit_price: z.number().int().min(0).max(1e10),
    discount: som.optional(),
  })
  .strict()

const Sale = z
  .object({
    client_id: clientId,
    shift_id: id,
    sold_at: z.iso.datetime({ offset: true }),
    is_offline: z.boolean(),
    lines: z.array(Line).min(1).max(200),
    discount: som.optional(),
    payments: z
      .array(
        z.object({ method: z.enum(["cash", "card"]), amount: z.number().int().min(1).max(MOST) }).strict()
      )
      .max(2)
      .refine((paid) => paid.reduce((sum, { amount }) => sum + amount, 0) <= MOST, "is too much money"),
    tendered: som.optional(),
    customer_phone: z.string().trim().min(1).max(40).optional(),
    note: note.optional(),
  })
  .strict()

export const Sales = z.object({ sales: z.array(Sale).min(1).max(100) }).strict()
export type SalesBody = z.infer<typeof Sales>

export const ListSales = z.object({
  ...paging,
  shift_id: id.optional(),
  status: z.enum(["done", "review", "dropped"]).optional(),
  /** Short code, a part of the receipt's number, or of the customer's telephone. */
  q: z.string().trim().min(1).max(100).optional(),
})
export type ListSalesQuery = z.infer<typeof ListSales>

export const Settle = z.object({ action: z.enum(["force", "drop"]), note }).strict()
export type SettleBody = z.infer<typeof Settle>

export const Return = z
  .object({
    client_id: clientId,
    lines: z
      .array(z.object({ line_id: id, quantity: z.number().int().min(1).max(100_000) }).strict())
      .min(1)
      .max(200),
    restock: z.boolean(),
    method: z.enum(["cash", "card"]),
    shift_id: id,
    reason: note,
  })
  .strict()
export type ReturnBody = z.infer<typeof Return>
