import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { paging } from "../../access/validate-query"
import { PrintSettlement, PrintSettlementQuery } from "../../merchant/settlements/validators"

export { PrintSettlement, PrintSettlementQuery }

const day = z.string().refine(isDay, "must be a day like 2026-11-21")

export const ListSettlements = z.object({
  ...paging,
  company_id: z.string().min(1).max(100).optional(),
  status: z.enum(["closed", "carried", "paid"]).optional(),
  period_from: day.optional(),
  period_to: day.optional(),
})

export const CloseSettlements = z
  .strictObject({
    /** First and last day, both included, in Tashkent. */
    from: day,
    to: day,
    /** Left out: every company with entries. */
    company_id: z.string().min(1).max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, { message: "from must not be after to", path: ["from"] })

export const MarkPaid = z.strictObject({
  /** Number of the payment order, or whatever else proves the transfer. */
  proof: z.string().trim().min(1).max(500),
})

/** `period` is `2026-11-01..2026-11-15`; left out, everything that waits for its payment. */
export const BankFile = z.object({
  period: z
    .string()
    .refine(
      (text) => {
        const [from, to, ...rest] = text.split("..")
        return rest.length === 0 && isDay(from) && isDay(to ?? "") && from <= to
      },
      { message: "must look like 2026-11-01..2026-11-15" }
    )
    .optional(),
  lang: z.enum(["uz", "ru"]).default("uz"),
  /** `csv`: the bare file, as the bank's program takes it. */
  format: z.enum(["json", "csv"]).default("json"),
})

export type ListSettlementsQuery = z.infer<typeof ListSettlements>
export type CloseSettlementsBody = z.infer<typeof CloseSettlements>
export type MarkPaidBody = z.infer<typeof MarkPaid>
export type BankFileQuery = z.infer<typeof BankFile>
