import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decimalOf } from "../plan/values"
import { Sums } from "../report/types"

type Found = { company: string; what: keyof Sums; total: string }

/**
 * What stands here of an old database, per company of it: paid orders and sales with their totals, expenses with their
 * amounts. Two statements, whatever was imported.
 */
export async function importedMoney(container: MedusaContainer, source: string): Promise<Map<string, Sums>> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = (await knex.raw(
    `select company.legacy_id as company, map.entity as what, sum(co.total)::text as total
       from legacy_import_map map
       join company_order co on co.order_id = map.target_id and co.paid_at is not null and co.deleted_at is null
       join legacy_import_map company on company.source = map.source and company.entity = 'companies'
        and company.target_id = co.company_id and company.target_checksum is not null and company.deleted_at is null
      where map.source = ? and map.entity in ('orders', 'sales') and map.target_checksum is not null
        and map.deleted_at is null
      group by 1, 2
     union all
     select company.legacy_id, 'expenses', sum(e.amount)::text
       from legacy_import_map map
       join expense e on e.id = map.target_id and e.deleted_at is null
       join legacy_import_map company on company.source = map.source and company.entity = 'companies'
        and company.target_id = e.company_id and company.target_checksum is not null and company.deleted_at is null
      where map.source = ? and map.entity = 'expenses' and map.deleted_at is null
      group by 1`,
    [source, source]
  )) as { rows: Found[] }
  const sums = new Map<string, Sums>()
  for (const { company, what, total } of rows) {
    const sum = sums.get(company) ?? { orders: "0", sales: "0", expenses: "0" }
    sums.set(company, { ...sum, [what]: decimalOf(total)! })
  }
  return sums
}
