import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What a company can pay for ads with, in tiyin of so'm. */
export type Funds = {
  /** What the market owes it, without what its ads have cost meanwhile. */
  available_tiyin: number
  /** What its ads have cost and the ledger does not know yet. */
  reserved_tiyin: number
}

const FUNDS = `
  select asked.company_id,
         coalesce((select -sum(e.amount_tiyin) from ledger_entry e
                    where e.company_id = asked.company_id and e.currency_code = 'uzs'), 0) as owed,
         coalesce((select sum(c.amount_tiyin) from ad_charge c
                    where c.company_id = asked.company_id and c.posted_at is null and c.deleted_at is null
                      and not exists (select 1 from ledger_transaction t where t.reference = 'ad_spend:' || c.id)), 0)
           + coalesce((select sum(d.spent_tiyin - d.charged_tiyin) from ad_day d join ad a on a.id = d.ad_id
                        where d.spent_tiyin > d.charged_tiyin and a.company_id = asked.company_id), 0) as reserved
    from (select distinct jsonb_array_elements_text(?::jsonb) as company_id) asked`

type Row = { company_id: string; owed: string; reserved: string }

/** What companies can pay for ads with: one statement. */
export async function companyFunds(
  container: MedusaContainer,
  companyIds: string[]
): Promise<Map<string, Funds>> {
  if (companyIds.length === 0) {
    return new Map()
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(FUNDS, [JSON.stringify(companyIds)])
  return new Map(
    rows.map(({ company_id, owed, reserved }) => [
      company_id,
      {
        available_tiyin: Number(BigInt(owed) - BigInt(reserved)),
        reserved_tiyin: Number(reserved),
      },
    ])
  )
}

/** The same in so'm, as a company is told. */
export async function fundsOf(container: MedusaContainer, companyId: string) {
  const funds = (await companyFunds(container, [companyId])).get(companyId)!
  return { available: funds.available_tiyin / 100, reserved: funds.reserved_tiyin / 100 }
}
