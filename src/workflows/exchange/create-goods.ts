import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Lease } from "../../modules/exchange/lib/run-store"
import { RowResult } from "../../modules/exchange/service"
import { goodsOf } from "./lib/goods"
import { PlannedRow } from "./lib/plan"
import { NewUnit } from "./lib/plan-new"
import { isRefusal, refusalOf } from "./lib/refusal"
import { createListingsWorkflow } from "./workflows/create-listings"

/** Variants that are made in one call: enough that a row costs milliseconds, few enough that memory stays flat. */
const VARIANTS = 100

/** Makes new goods, many at a time; what is refused is told with its rows, the rest is made. */
export async function createGoods(
  container: MedusaContainer,
  lease: Lease,
  units: NewUnit[]
): Promise<RowResult[]> {
  const results: RowResult[] = []
  for (const chunk of chunksOf(units)) {
    const made = await sweepHalfMade(container, chunk)
    results.push(...chunk.flatMap((unit) => doneWith(unit, made.get(goodsOf(unit).handle))))
    const open = chunk.filter((unit) => !made.has(goodsOf(unit).handle))
    results.push(...(await make(container, lease, open)))
  }
  return results
}

function* chunksOf(units: NewUnit[]) {
  let chunk: NewUnit[] = []
  let size = 0
  for (const unit of units) {
    if (size > 0 && size + unit.rows.length > VARIANTS) {
      yield chunk
      ;[chunk, size] = [[], 0]
    }
    chunk.push(unit)
    size += unit.rows.length
  }
  if (chunk.length > 0) {
    yield chunk
  }
}

/**
 * Products that these rows have made before. With a listing they are done. Without one a crash came in between: such a
 * product is taken away, and made anew.
 * @returns id of the listing, by handle
 */
async function sweepHalfMade(container: MedusaContainer, units: NewUnit[]): Promise<Map<string, string>> {
  const handles = units.map((unit) => goodsOf(unit).handle)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string; handle: string; listing_id: string | null }> }>(
      `select p.id, p.handle, l.id as listing_id from product p
         left join listing l on l.product_id = p.id and l.deleted_at is null
        where p.handle = any(?) and p.deleted_at is null`,
      [handles]
    )
  const halves = rows.filter(({ listing_id }) => !listing_id).map(({ id }) => id)
  if (halves.length > 0) {
    await deleteProductsWorkflow(container).run({ input: { ids: halves } })
  }
  return new Map(rows.flatMap(({ handle, listing_id }) => (listing_id ? [[handle, listing_id]] : [])))
}

async function make(container: MedusaContainer, lease: Lease, units: NewUnit[]): Promise<RowResult[]> {
  if (units.length === 0) {
    return []
  }
  const { id: import_id, company_id, runner } = lease
  try {
    const { result } = await createListingsWorkflow(container).run({
      input: { company_id, import_id, runner, goods: units.map(goodsOf) },
    })
    return units.flatMap((unit, index) => doneWith(unit, result[index].id))
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
    if (units.length === 1) {
      return units[0].rows.map((plan) => resultOf(plan, { action: "error", errors: [refusalOf(error)] }))
    }
  }
  // One of them is refused: whichever it is, the others are made.
  const half = Math.ceil(units.length / 2)
  return [
    ...(await make(container, lease, units.slice(0, half))),
    ...(await make(container, lease, units.slice(half))),
  ]
}

function doneWith({ rows }: NewUnit, listing_id: string | undefined): RowResult[] {
  return listing_id
    ? rows.map((plan) => resultOf(plan, { action: "create", listing_id, is_applied: true }))
    : []
}

/** What becomes of a row, as it is written down. */
export function resultOf(plan: PlannedRow, outcome: Partial<RowResult> = {}): RowResult {
  const { row, action, unit, errors, match } = plan
  return { id: row.id, action, unit, errors, listing_id: match?.listing.id, ...outcome }
}
