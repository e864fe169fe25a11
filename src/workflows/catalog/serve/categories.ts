import { select } from "./database"
import { baseValues, Reader, SHOWN } from "./reader"

type Row = { id: string; name: string; handle: string; parent_category_id: string | null; count: number }
export type CategoryNode = Omit<Row, "parent_category_id"> & { children: CategoryNode[] }

/** The market's categories as a tree, each with how many goods it has for this caller, those below it included. One statement. */
export async function readCategories(reader: Reader): Promise<CategoryNode[]> {
  const { shelf, state, channels_key, customer_id } = reader
  const rows = () => countRows(reader)
  return treeOf(
    await (customer_id === null ? shelf.counted(state, `categories ${channels_key}`, rows) : rows())
  )
}

const countRows = (reader: Reader) =>
  select<Row>(
    reader.container,
    `with counts as (
       select i.id, count(*)::int as count from catalog_product p left join company c on c.id = p.company_id,
              unnest(p.category_ids) i(id) where ${SHOWN} group by i.id)
     select g.id, g.name, g.handle, g.parent_category_id, coalesce(n.count, 0) as count
       from product_category g left join counts n on n.id = g.id
      where g.deleted_at is null and g.is_active and not g.is_internal order by g.rank, g.name, g.id`,
    baseValues(reader)
  )

/** Rows as a tree; what lies below a category that is not shown is not shown either. */
export function treeOf(rows: Row[]): CategoryNode[] {
  const nodes = new Map(
    rows.map(({ id, name, handle, count }) => [
      id,
      { id, name, handle, count, children: [] as CategoryNode[] },
    ])
  )
  for (const { id, parent_category_id } of rows) {
    if (parent_category_id !== null) {
      nodes.get(parent_category_id)?.children.push(nodes.get(id)!)
    }
  }
  return rows.filter((row) => row.parent_category_id === null).map(({ id }) => nodes.get(id)!)
}
