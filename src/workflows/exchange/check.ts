import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { EXCHANGE_MODULE } from "../../modules/exchange"
import { ExchangeErrors } from "../../modules/exchange/errors"
import { ExchangeEvents } from "../../modules/exchange/events"
import { Cell, COST_FIELDS, Field, Mapping } from "../../modules/exchange/lib/fields"
import { readTable } from "../../modules/exchange/lib/file/read-table"
import { guessMapping } from "../../modules/exchange/lib/guess-mapping"
import { parseRow } from "../../modules/exchange/lib/parse-row"
import { MAY } from "../../modules/exchange/lib/status"
import ExchangeModuleService, { ImportDTO } from "../../modules/exchange/service"
import { listCategories } from "../listing/queries/categories"
import { loadSeller } from "../listing/steps/load-seller"
import { resultOf } from "./create-goods"
import { indexCategories, indexKnown } from "./lib/known"
import { planRows } from "./lib/plan"
import { findImport, Viewer } from "./queries/imports"
import { loadNamed } from "./queries/known"

type Upload = Viewer & { file_name: string; content: Buffer; created_by: string }

/**
 * Takes a file in: its rows are kept, its columns guessed, and every row is checked against the company's goods. Nothing
 * of the goods changes.
 * @returns id of the import
 * @throws {MedusaError} COMPANY_NOT_APPROVED; what `readTable` refuses
 */
export async function uploadImport(container: MedusaContainer, upload: Upload): Promise<string> {
  const { company_id, shows_cost, content, file_name, created_by } = upload
  await loadSeller(container, { company_id })
  const { type, columns, rows } = await readTable(content)
  const guessed = guessMapping(columns.map(({ header }) => header))
  const mapping = shows_cost ? guessed : withoutPrice(guessed)
  const exchange = container.resolve<ExchangeModuleService>(EXCHANGE_MODULE)
  const { id } = await exchange.store(
    { company_id, file_name, file_type: type, columns, mapping, with_cost: shows_cost, created_by },
    rows
  )
  await checkRows(container, await findImport(container, upload, id), mapping)
  return id
}

/**
 * Checks an import with other columns.
 * @throws {MedusaError} 404, IMPORT_STATUS_FORBIDS, IMPORT_MAPPING_WRONG, IMPORT_COST_HIDDEN
 */
export async function remapImport(
  container: MedusaContainer,
  viewer: Viewer,
  { id, mapping }: { id: string; mapping: Mapping }
): Promise<void> {
  const found = await findImport(container, viewer, id)
  if (!MAY.check.includes(found.status)) {
    throw ExchangeErrors.statusForbids(found.status)
  }
  checkMapping(mapping, found, viewer.shows_cost)
  // What is said of a price tells the cost: from here on the import is theirs who may see it.
  if (PRICE_FIELDS.some((field) => mapping[field] !== undefined)) {
    await container
      .resolve<ExchangeModuleService>(EXCHANGE_MODULE)
      .updateExchangeImports({ id, with_cost: true } as never)
  }
  await checkRows(container, found, mapping)
}

/**
 * Asks for an import to be applied; that goes on in the background. Calling it again changes nothing.
 * @throws {MedusaError} 404, IMPORT_STATUS_FORBIDS, IMPORT_ANOTHER_RUNS
 */
export async function startImport(container: MedusaContainer, viewer: Viewer, id: string): Promise<void> {
  const { company_id } = await findImport(container, viewer, id)
  await container.resolve<ExchangeModuleService>(EXCHANGE_MODULE).startApplying(id)
  await container.resolve(Modules.EVENT_BUS).emit({ name: ExchangeEvents.APPLYING, data: { id, company_id } })
}

/**
 * Stops an import. What has been applied stays.
 * @throws {MedusaError} 404, IMPORT_STATUS_FORBIDS
 */
export async function cancelImport(container: MedusaContainer, viewer: Viewer, id: string): Promise<void> {
  const found = await findImport(container, viewer, id)
  const isCanceled = await container.resolve<ExchangeModuleService>(EXCHANGE_MODULE).cancel(id)
  if (!isCanceled && found.status !== "canceled") {
    throw ExchangeErrors.statusForbids(found.status)
  }
}

/** One check of an import at a time: the later of two mappings is the one that counts. */
async function checkRows(container: MedusaContainer, { id, company_id }: ImportDTO, mapping: Mapping) {
  await container.resolve(Modules.LOCKING).execute(
    `import:${id}`,
    async () => {
      const { rows: stored } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{
        rows: Array<{ id: string; number: number; cells: Cell[] }>
      }>("select id, number, cells from exchange_import_row where import_id = ? and deleted_at is null order by number", [id])
      const rows = stored.map(({ cells, ...row }) => ({ ...row, ...parseRow(cells, mapping) }))
      const { categories } = await listCategories(container, { limit: 100_000, offset: 0 })
      const known = indexKnown(await loadNamed(container, company_id, rows))
      const plan = planRows(rows, known, indexCategories(categories))
      const results = plan.rows.map((row) => resultOf(row))
      await container.resolve<ExchangeModuleService>(EXCHANGE_MODULE).saveCheck(id, mapping, results)
    },
    { timeout: 60 }
  )
}

/** @throws {MedusaError} IMPORT_MAPPING_WRONG, IMPORT_COST_HIDDEN */
function checkMapping(mapping: Mapping, { columns }: ImportDTO, showsCost: boolean) {
  const used = Object.values(mapping)
  const missing = used.find((index) => index >= columns.length)
  if (missing !== undefined) {
    throw ExchangeErrors.mappingWrong(`The file has no column ${missing}`)
  }
  if (new Set(used).size !== used.length) {
    throw ExchangeErrors.mappingWrong("Two fields are taken from one column")
  }
  if (!showsCost && PRICE_FIELDS.some((field) => mapping[field] !== undefined)) {
    throw ExchangeErrors.costHidden()
  }
}

const PRICE_FIELDS: readonly Field[] = [...COST_FIELDS, "price"]

function withoutPrice(mapping: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(([field]) => !PRICE_FIELDS.includes(field as Field))
  )
}
