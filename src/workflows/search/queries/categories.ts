import { Database } from "./database"

/** A category as it is searched for: its own name, and those it lies under. */
export type CategoryDocument = {
  id: string
  name: string
  handle: string
  description: string | null
  parent_category_id: string | null
  parent_names: string[]
  is_active: boolean
  is_internal: boolean
}

const DOCUMENTS = `
  select g.id, g.name, g.handle, nullif(g.description, '') as description, g.parent_category_id, g.is_active, g.is_internal,
         array(select a.name from product_category a where a.id <> g.id and a.deleted_at is null and not a.is_internal
                  and a.id = any(string_to_array(rtrim(g.mpath, '.'), '.')) order by a.mpath) as parent_names
    from product_category g where g.deleted_at is null`

export async function readCategories(database: Database, ids: string[]): Promise<CategoryDocument[]> {
  return ids.length === 0
    ? []
    : (await database.raw<CategoryDocument>(`${DOCUMENTS} and g.id = any(?)`, [ids])).rows
}
