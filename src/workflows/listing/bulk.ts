import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { LISTING_MODULE } from "../../modules/listing"
import { ListingErrors } from "../../modules/listing/errors"
import ListingModuleService from "../../modules/listing/service"
import { bulkPatch, BulkChange } from "./lib/bulk-patch"
import { planUpdate } from "./lib/plan-update"
import { loadSeller, Seller } from "./steps/load-seller"
import type { LoadedListing } from "./steps/save-listing"
import { applyPlansWorkflow, PlannedListing } from "./workflows/apply-plans"

type Failure = { id: string; code: string; message: string }
type Outcome = { updated: number; failed: Failure[] }

/** Listings that are written together: few enough that those of other people wait a moment only. */
const CHUNK = 50

/**
 * Shows or hides goods, gives them a markup or a category, up to 500 listings in one call. What cannot be changed is
 * told by its id and the rest is done; the same call again changes nothing more. Written in chunks, each under the
 * locks of its listings; when a chunk is refused, its listings are tried one by one.
 * @throws {MedusaError} COMPANY_NOT_APPROVED, LISTING_CATEGORY_UNKNOWN
 */
export async function bulkUpdateListings(
  container: MedusaContainer,
  input: { company_id: string; ids: string[]; change: BulkChange }
): Promise<Outcome> {
  assertId(input.company_id, "company id")
  const seller = await loadSeller(container, {
    company_id: input.company_id,
    category_id: input.change.category_id,
  })
  const ids = [...new Set(input.ids)].sort()
  const locking = container.resolve(Modules.LOCKING)
  const outcome: Outcome = { updated: 0, failed: [] }
  // One such call of a company at a time: two that hold each other's listings would wait for ever.
  await locking.execute(
    `listings-of:${input.company_id}`,
    async () => {
      for (let at = 0; at < ids.length; at += CHUNK) {
        const chunk = ids.slice(at, at + CHUNK)
        const keys = chunk.map((id) => `listing:${id}`)
        const part = await locking
          .execute(keys, () => changeChunk(container, seller, chunk, input.change), { timeout: 30 })
          .catch((error: unknown) => ({
            updated: 0,
            failed: chunk.map((id) => failure(container, id, error)),
          }))
        outcome.updated += part.updated
        outcome.failed.push(...part.failed)
      }
    },
    { timeout: 60 }
  )
  return outcome
}

async function changeChunk(
  container: MedusaContainer,
  seller: Seller,
  ids: string[],
  change: BulkChange
): Promise<Outcome> {
  const found = (await container
    .resolve<ListingModuleService>(LISTING_MODULE)
    .listListings(
      { id: ids, company_id: seller.company_id },
      { relations: ["variants"], take: ids.length }
    )) as unknown as LoadedListing[]
  const failed: Failure[] = []
  const planned: PlannedListing[] = []
  for (const id of ids) {
    try {
      const listing = found.find((row) => row.id === id)
      planned.push(planOne(id, listing, seller, change))
    } catch (error) {
      failed.push(failure(container, id, error))
    }
  }
  const refused = await apply(container, planned)
  return { updated: planned.length - refused.length, failed: [...failed, ...refused] }
}

/** @throws {MedusaError} NOT_FOUND, LISTING_ARCHIVED, LISTING_PRICE_TOO_SMALL */
function planOne(id: string, listing: LoadedListing | undefined, seller: Seller, change: BulkChange) {
  if (!listing) {
    throw notFound("Listing", id)
  }
  if (listing.status === "archived") {
    throw ListingErrors.archived()
  }
  const { company_id, product_id } = listing
  return {
    plan: planUpdate(listing, seller, bulkPatch(listing, change)),
    event: { id, company_id, product_id },
  }
}

async function apply(container: MedusaContainer, planned: PlannedListing[]): Promise<Failure[]> {
  if (planned.length === 0) {
    return []
  }
  try {
    await applyPlansWorkflow(container).run({ input: { planned } })
    return []
  } catch (error) {
    if (planned.length === 1) {
      return [failure(container, planned[0].event.id, error)]
    }
  }
  const failures: Failure[] = []
  for (const one of planned) {
    failures.push(...(await apply(container, [one])))
  }
  return failures
}

/** What the company is told; what is no refusal of ours goes to the log with its cause and stays vague outside. */
function failure(container: MedusaContainer, id: string, error: unknown): Failure {
  if (error instanceof MedusaError && error.code) {
    return { id, code: error.code, message: error.message }
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`listing ${id} could not be changed with others`, error as Error)
  return { id, code: "unknown_error", message: "It could not be changed now; try again" }
}
