import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OwnCategory } from "../../../modules/expense/lib/categories"

const knexOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

/**
 * What is on the shelves now at what it cost, in so'm. Goods that are not counted are worth nothing here; what was sold without
 * being there (backorders) takes nothing off the rest.
 * @param companyId null for all companies
 */
export async function stockValue(container: MedusaContainer, companyId: string | null): Promise<string> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ value: string }> }>(
    `select coalesce(sum(greatest(k.stocked_quantity, 0) * v.cost), 0)::text as value
       from listing_variant v
       join company c on c.id = v.company_id and c.deleted_at is null
       join product_variant m on m.id = v.variant_id and m.manage_inventory and m.deleted_at is null
       join inventory_level k on k.inventory_item_id = v.inventory_item_id and k.location_id = c.stock_location_id
        and k.deleted_at is null
      where v.deleted_at is null ${companyId ? "and v.company_id = ?" : ""}`,
    companyId ? [companyId] : []
  )
  return rows[0].value
}

/** Categories of the companies' own that are named, by their ids. */
export async function ownCategories(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, OwnCategory>> {
  const { rows } = await knexOf(container).raw<{ rows: OwnCategory[] }>(
    `select id, name, is_purchase from expense_category where id = any(?)`,
    [ids]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What companies are called, by their ids. */
export async function companyNames(container: MedusaContainer, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ id: string; name: string }> }>(
    `select id, name from company where id = any(?)`,
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
