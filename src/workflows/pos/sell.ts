import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { normalizePhone } from "../../lib/phone"
import { POS_MODULE } from "../../modules/pos"
import { PosErrors } from "../../modules/pos/errors"
import { checkTimes, decideSale } from "../../modules/pos/lib/decide-sale"
import PosModuleService, { ShiftRow } from "../../modules/pos/service"
import { Problem, SaleRequest } from "../../modules/pos/types"
import { announceSale } from "./announce"
import { dropClaim, findClaim, fingerprintOf, insertClaim, moveToReview } from "./lib/claim"
import { placeSale } from "./place"
import { loadGoods, loadShop } from "./queries/goods"
import { ClaimedSale, Seller } from "./types"

/** What became of a sale, before it is dressed for the answer. */
export type Sold =
  | { client_id: string; status: "done" | "review" | "dropped"; sale_id: string }
  | { client_id: string; status: "refused"; error: MedusaError; problems: Problem[] }

/** One at a time per company and client's id: sending, settling and the job that finishes what hangs. */
export function underSaleLock<T>(
  container: MedusaContainer,
  { company_id, client_id }: { company_id: string; client_id: string },
  job: () => Promise<T>
): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(`pos:${company_id}:${client_id}`, job, { timeout: 60 })
}

/**
 * Makes one sale, once, however often and by how many it is sent. A refusal leaves no trace; a sale whose money was taken
 * offline is never lost: it is done, or waits for a person. An error of ours refuses only this sale of a batch.
 */
export async function sell(container: MedusaContainer, seller: Seller, request: SaleRequest): Promise<Sold> {
  const { client_id } = request
  try {
    return await underSaleLock(container, { ...seller, client_id }, () => decide(container, seller, request))
  } catch (error) {
    const isOurs = error instanceof MedusaError && !!error.code && error.code !== "ID_MISSING"
    if (!isOurs) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.error(`sale ${client_id} of ${seller.company_id} failed; it may be sent again`, error as Error)
    }
    const told = isOurs ? (error as MedusaError) : PosErrors.tryAgain()
    return { client_id, status: "refused", error: told, problems: [] }
  }
}

async function decide(container: MedusaContainer, seller: Seller, request: SaleRequest): Promise<Sold> {
  const { client_id } = request
  const { company_id } = seller
  const known = await findClaim(container, { company_id, client_id })
  if (known) {
    return replay(container, known, request)
  }
  const shift = await checkGround(container, seller, request)
  const phone = request.customer_phone ? normalizePhone(request.customer_phone) : null
  if (request.customer_phone && !phone) {
    throw PosErrors.phoneWrong()
  }
  const ids = request.lines.map(({ variant_id }) => variant_id)
  const goods = await loadGoods(container, company_id, ids)
  const decision = decideSale(request, goods, { discount: seller.permissions.includes("pos:discount") })
  if (decision.kind === "refuse") {
    return { client_id, status: "refused", error: decision.error, problems: decision.problems }
  }
  const { sale, paid } = decision
  const isNew = await insertClaim(container, {
    ...{ seller, member_id: shift.member_id, request, phone, sale, paid },
    status: decision.kind === "review" ? "review" : "placing",
    problems: decision.kind === "review" ? decision.problems : [],
  })
  const claim = await findClaim(container, { company_id, client_id })
  if (!isNew || !claim) {
    throw PosErrors.saleBusy()
  }
  return claim.status === "review"
    ? { client_id, status: "review", sale_id: claim.id }
    : finishClaim(container, claim)
}

/** The same sale again: its answer again. One that was interrupted is finished first. */
async function replay(container: MedusaContainer, known: ClaimedSale, request: SaleRequest): Promise<Sold> {
  if (known.fingerprint !== fingerprintOf(request)) {
    throw PosErrors.clientIdReused()
  }
  return known.status === "placing"
    ? finishClaim(container, known)
    : { client_id: known.client_id, status: known.status, sale_id: known.id }
}

/**
 * Goes on with a claim to its end: done, or, where the goods are gone, refused (online) or left to a person (offline). The
 * caller holds its lock.
 */
export async function finishClaim(container: MedusaContainer, claim: ClaimedSale): Promise<Sold> {
  const { client_id } = claim
  const placed = await placeSale(container, claim)
  if (placed.kind === "done") {
    await announceSale(container, claim, placed.company_order_id)
    return { client_id, status: "done", sale_id: claim.id }
  }
  if (claim.is_offline) {
    await moveToReview(container, claim.id, placed.problems)
    return { client_id, status: "review", sale_id: claim.id }
  }
  await dropClaim(container, claim.id)
  const error = PosErrors.shortStock(placed.problems.map(({ title }) => title))
  return { client_id, status: "refused", error, problems: placed.problems }
}

/** Company, shift and time of a sale. Whoever manages the desks may send what another's desk sold offline. */
async function checkGround(
  container: MedusaContainer,
  seller: Seller,
  request: SaleRequest
): Promise<ShiftRow> {
  const shop = await loadShop(container, seller.company_id)
  if (!shop.is_selling) {
    throw PosErrors.notSelling()
  }
  const shift = await container
    .resolve<PosModuleService>(POS_MODULE)
    .findShift({ id: request.shift_id, company_id: seller.company_id })
  const isOwn = shift?.member_id === seller.member_id
  const isManaged = request.is_offline && seller.permissions.includes("pos:manage")
  if (!shift || (!isOwn && !isManaged)) {
    throw PosErrors.shiftRequired()
  }
  checkTimes(request, shift, new Date())
  return shift
}
