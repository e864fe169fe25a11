import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BankFile, makeBankFile, Payable, PurposeLanguage } from "./lib/bank-file"

/**
 * The bank file of everything that is to be paid: statements that are closed and not marked as paid, of one period or
 * of all. Requisites are those of today, because that is where the money goes.
 */
export async function bankFileOf(
  container: MedusaContainer,
  input: { from?: string; to?: string; language: PurposeLanguage }
): Promise<BankFile> {
  const isOnePeriod = input.from !== undefined && input.to !== undefined
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<Omit<Payable, "payout_tiyin"> & { payout_tiyin: string }> }>(
      `select s.id as settlement_id, s.company_id, c.name, c.legal_name, c.tax_id, c.bank_account, c.bank_mfo,
              s.currency_code, s.period_from, s.period_to, s.payout_tiyin
         from settlement s join company c on c.id = s.company_id
        where s.status = 'closed' ${isOnePeriod ? "and s.period_from = ? and s.period_to = ?" : ""}
        order by c.name, s.period_to, s.id`,
      isOnePeriod ? [input.from!, input.to!] : []
    )
  return makeBankFile(
    rows.map((row) => ({ ...row, payout_tiyin: Number(row.payout_tiyin) })),
    input.language
  )
}
