import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { Lease } from "../../modules/exchange/lib/run-store"
import { RowResult } from "../../modules/exchange/service"
import { LISTING_MODULE } from "../../modules/listing"
import ListingModuleService from "../../modules/listing/service"
import { updateListingWorkflow } from "../listing"
import { planUpdate } from "../listing/lib/plan-update"
import { loadSeller } from "../listing/steps/load-seller"
import type { LoadedListing } from "../listing/steps/save-listing"
import { resultOf } from "./create-goods"
import { patchOf } from "./lib/goods"
import { UpdateUnit } from "./lib/plan"
import { isRefusal, refusalOf } from "./lib/refusal"
import { holdImport } from "./steps/hold-import"
import { updateListingsWorkflow } from "./workflows/update-listings"

/** Changes goods, many at a time under the locks of all of them; what is refused is tried and told by itself. */
export async function updateGoods(
  container: MedusaContainer,
  lease: Lease,
  units: UpdateUnit[]
): Promise<RowResult[]> {
  // New pictures are counted in and out of use per goods: those go one at a time.
  const single = units.filter(({ changes }) => changes.images)
  const many = units.filter(({ changes }) => !changes.images)
  const results = await changeMany(container, lease, many)
  for (const unit of single) {
    results.push(...(await changeOne(container, lease, unit)))
  }
  return results
}

async function changeMany(
  container: MedusaContainer,
  lease: Lease,
  units: UpdateUnit[]
): Promise<RowResult[]> {
  if (units.length < 2) {
    return units.length ? changeOne(container, lease, units[0]) : []
  }
  const { company_id } = lease
  const locking = container.resolve(Modules.LOCKING)
  const keys = units.map(({ listing }) => `listing:${listing.id}`).sort()
  try {
    // The first key is that of every bulk change of the company: two that hold each other's goods would wait for ever.
    await locking.execute(
      `listings-of:${company_id}`,
      () => locking.execute(keys, () => writeMany(container, lease, units), { timeout: 30 }),
      { timeout: 60 }
    )
    return units.flatMap(doneWith)
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
  }
  const results: RowResult[] = []
  for (const unit of units) {
    results.push(...(await changeOne(container, lease, unit)))
  }
  return results
}

async function writeMany(container: MedusaContainer, lease: Lease, units: UpdateUnit[]) {
  const { company_id } = lease
  const seller = await loadSeller(container, { company_id })
  const found = (await container
    .resolve<ListingModuleService>(LISTING_MODULE)
    .listListings(
      { id: units.map(({ listing }) => listing.id), company_id, status: "active" },
      { relations: ["variants"], take: units.length }
    )) as unknown as LoadedListing[]
  const planned = units.map((unit) => {
    const listing = found.find(({ id }) => id === unit.listing.id)
    if (!listing) {
      throw notFound("Listing", unit.listing.id)
    }
    const { id, product_id } = listing
    return { plan: planUpdate(listing, seller, patchOf(unit)), event: { id, company_id, product_id } }
  })
  await holdImport(container, lease)
  await updateListingsWorkflow(container).run({ input: { company_id, planned } })
}

async function changeOne(container: MedusaContainer, lease: Lease, unit: UpdateUnit): Promise<RowResult[]> {
  const { company_id } = lease
  try {
    await holdImport(container, lease)
    await updateListingWorkflow(container).run({
      input: { company_id, listing_id: unit.listing.id, patch: patchOf(unit) },
    })
    return doneWith(unit)
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
    return unit.rows.map((plan) => resultOf(plan, { action: "error", errors: [refusalOf(error)] }))
  }
}

const doneWith = ({ rows }: UpdateUnit): RowResult[] =>
  rows.map((plan) => resultOf(plan, { is_applied: true }))
