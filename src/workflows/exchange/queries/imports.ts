import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { Language } from "../../../documents"
import { EXCHANGE_MODULE } from "../../../modules/exchange"
import { Cell, Field, Mapping } from "../../../modules/exchange/lib/fields"
import { RowError } from "../../../modules/exchange/lib/parse-row"
import { Action, progressOf } from "../../../modules/exchange/lib/status"
import ExchangeModuleService, { ImportDTO } from "../../../modules/exchange/service"
import { presentError } from "../lib/row-texts"

/** Who asks: another company's import is not found, and one with costs is not by those who may not see them. */
export type Viewer = { company_id: string; shows_cost: boolean }

const filterOf = ({ company_id, shows_cost }: Viewer) => {
  assertId(company_id, "company id")
  return { company_id, ...(shows_cost ? {} : { with_cost: false }) }
}

/**
 * An import of the viewer's company.
 * @throws {MedusaError} 404
 */
export async function findImport(container: MedusaContainer, viewer: Viewer, id: string): Promise<ImportDTO> {
  assertId(id, "import id")
  const [found] = await container
    .resolve<ExchangeModuleService>(EXCHANGE_MODULE)
    .listExchangeImports({ ...filterOf(viewer), id }, { take: 1 })
  if (!found) {
    throw notFound("Import", id)
  }
  return found as unknown as ImportDTO
}

/** Imports of a company, newest first. */
export async function listImports(
  container: MedusaContainer,
  viewer: Viewer,
  { limit, offset }: { limit: number; offset: number }
) {
  const [imports, count] = await container
    .resolve<ExchangeModuleService>(EXCHANGE_MODULE)
    .listAndCountExchangeImports(filterOf(viewer), {
      take: limit,
      skip: offset,
      order: { created_at: "DESC", id: "DESC" },
    })
  const presented = imports.map((row) => presentImport(row as unknown as ImportDTO))
  return { imports: presented, count }
}

/** What people read of an import. */
export function presentImport(row: ImportDTO) {
  const { id, status, file_name, file_type, columns, mapping, counts, error } = row
  const pending = Math.max(0, counts.create + counts.update - counts.applied)
  return {
    id,
    status,
    file_name,
    file_type,
    rows: row.row_count,
    columns,
    mapping,
    counts,
    progress: progressOf(row, pending),
    error,
    created_at: row.created_at,
    started_at: row.started_at,
    finished_at: row.finished_at,
  }
}

export type StoredRow = {
  id: string
  number: number
  cells: Cell[]
  action: Action | null
  errors: RowError[] | null
  listing_id: string | null
  applied_at: Date | null
}

/** A page of an import's rows. */
export async function listRows(
  container: MedusaContainer,
  importId: string,
  { status, limit, offset }: { status?: Action | "applied"; limit: number; offset: number }
): Promise<{ rows: StoredRow[]; count: number }> {
  assertId(importId, "import id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const only = status === "applied" ? "and applied_at is not null" : status ? "and action = ?" : ""
  const values = [importId, ...(status && status !== "applied" ? [status] : [])]
  const from = `from exchange_import_row where import_id = ? ${only} and deleted_at is null`
  const { rows } = await knex.raw<{ rows: StoredRow[] }>(
    `select id, number, cells, action, errors, listing_id, applied_at ${from} order by number limit ? offset ?`,
    [...values, limit, offset]
  )
  const { rows: counted } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count ${from}`,
    values
  )
  return { rows, count: Number(counted[0].count) }
}

/** A row as people read it: what each field had in the file, what would happen, and why it cannot. */
export function presentRow(row: StoredRow, mapping: Mapping, language: Language) {
  const values = Object.fromEntries(
    Object.entries(mapping).map(([field, index]) => [field, String(row.cells[index] ?? "")])
  ) as Partial<Record<Field, string>>
  return {
    id: row.id,
    number: row.number,
    status: row.action,
    values,
    errors: (row.errors ?? []).map((error) => presentError(error, language)),
    listing_id: row.listing_id,
    applied_at: row.applied_at,
  }
}
