import { z } from "@medusajs/framework/zod"
import { ledgerQuery } from "../../merchant/ledger/validators"

export const ListLedger = z.object({
  ...ledgerQuery,
  company_id: z.string().min(1).max(100).optional(),
  /** Kind of an account (`payable`, `provider`), or the whole code of one (`provider:pp_payme_payme`). */
  account: z.string().min(1).max(150).optional(),
  reference: z.string().min(1).max(150).optional(),
})

export type ListLedgerQuery = z.infer<typeof ListLedger>
