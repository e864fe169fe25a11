import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type CategoryRow = {
  id: string
  name: string
  parent_id: string | null
  path: string[]
  depth: number
}

/**
 * The market's categories that goods can be put into, each with the names from the root down to it, a parent before
 * its children. What lies under an inactive category is left out with it.
 */
export async function listCategories(
  container: MedusaContainer,
  page: { limit: number; offset: number }
): Promise<{ categories: CategoryRow[]; count: number }> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: CategoryRow[] }>(
      `with recursive tree as (
         select id, name, parent_category_id as parent_id, array[name] as path, array[rank] as place
           from product_category
          where parent_category_id is null and is_active and not is_internal and deleted_at is null
         union all
         select c.id, c.name, c.parent_category_id, t.path || c.name, t.place || c.rank
           from product_category c join tree t on t.id = c.parent_category_id
          where c.is_active and not c.is_internal and c.deleted_at is null)
       select id, name, parent_id, path, cardinality(path) as depth from tree order by place, path, id`
    )
  return { categories: rows.slice(page.offset, page.offset + page.limit), count: rows.length }
}
