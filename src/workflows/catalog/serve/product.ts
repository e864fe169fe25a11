import { notFound } from "../../../lib/errors"
import { select } from "./database"
import { documentsOf } from "./goods"
import { BETWEEN } from "./lib/render"
import { DOCUMENT, DOCUMENT_JOINS, PageRow } from "./queries/page"
import { baseValues, Reader, SHOWN } from "./reader"
import { NOTHING_ELSE } from "./deviations"

/**
 * One product's document by id or handle: one statement.
 * @throws {MedusaError} 404, alike for what does not exist and what this caller may not know of
 */
export async function readProduct(reader: Reader, key: string): Promise<string> {
  const [row] = await select<PageRow>(
    reader.container,
    `select null as value, ${DOCUMENT} from catalog_product d ${DOCUMENT_JOINS}
       left join company c on c.id = d.company_id
      where (d.product_id = :key or d.handle = :key) and ${SHOWN.replaceAll("p.", "d.")}
      order by d.product_id = :key desc limit 1`,
    { ...baseValues(reader), key, between: BETWEEN }
  )
  if (!row) {
    throw notFound("Product", key)
  }
  const [document] = await documentsOf(reader, [row], NOTHING_ELSE)
  return document
}
