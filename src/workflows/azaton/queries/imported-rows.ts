import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Entity, SourceRow } from "../types"

const PAGE = 5000

/** The rows of an old database that something stands for here, in pages by their key. */
export async function* importedRows(
  container: MedusaContainer,
  source: string,
  entity: Entity
): AsyncGenerator<SourceRow[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let last: SourceRow = { legacy_id: "", part: "" }
  for (;;) {
    const { rows } = (await knex.raw(
      `select legacy_id, part from legacy_import_map
        where source = ? and entity = ? and (legacy_id, part) > (?, ?) and target_id is not null and deleted_at is null
        order by legacy_id, part limit ${PAGE}`,
      [source, entity, last.legacy_id, last.part]
    )) as { rows: SourceRow[] }
    if (rows.length > 0) {
      yield rows
    }
    if (rows.length < PAGE) {
      return
    }
    last = rows.at(-1)!
  }
}
