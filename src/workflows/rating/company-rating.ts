import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { RatingErrors } from "../../modules/rating/errors"
import { RatingEvents } from "../../modules/rating/events"
import { Refusal } from "../../modules/rating/lib/right"
import { requireVisibleCompany } from "../store/visibility"
import { limitWriting } from "./limit-writing"
import { purchaseOf } from "./queries/purchases"
import { companyFigures, Figures } from "./queries/scores"
import { ratingsOf, tell } from "./ratings-of"

export type CompanyRatingView = Figures & {
  stars: number | null
  can_rate: boolean
  /** Why not. */
  reason: Refusal | "RATING_SIGN_IN" | null
}

/**
 * A company's figures, and what the caller gave it or may give.
 * @throws {MedusaError} 404, also for a private company of which the caller is no member
 */
export async function readCompanyRating(
  container: MedusaContainer,
  idOrHandle: string,
  customerId: string | null
): Promise<CompanyRatingView> {
  const { id } = await requireVisibleCompany(container, idOrHandle, customerId)
  return { ...(await ownRating(container, id, customerId)), ...(await companyFigures(container, id)) }
}

/**
 * Gives a company stars or changes them. The first time the customer has to be a buyer of it (`purchaseOf`); whoever has
 * rated may change it at any time. Emits `rating.changed`.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN and those of `lib/right.ts`
 */
export async function rateCompany(
  container: MedusaContainer,
  input: { company: string; customer_id: string; stars: number }
): Promise<CompanyRatingView> {
  const { company, customer_id, stars } = input
  const { id } = await requireVisibleCompany(container, company, customer_id)
  await limitWriting(container, customer_id)
  const { purchase, reason } = await purchaseOf(container, customer_id, { company_id: id }, id)
  if (reason !== null && (await starsOf(container, id, customer_id)) === null) {
    throw RatingErrors.noRight(reason)
  }
  const company_order_id = purchase?.company_order_id ?? null
  if (await ratingsOf(container).rate({ company_id: id, customer_id, stars, company_order_id })) {
    await tell(container, RatingEvents.CHANGED, { company_id: id, customer_id })
  }
  return { stars, can_rate: true, reason: null, ...(await companyFigures(container, id)) }
}

/**
 * Takes a customer's stars back. Emits `rating.changed`.
 * @throws {MedusaError} 404
 */
export async function unrateCompany(
  container: MedusaContainer,
  input: { company: string; customer_id: string }
): Promise<CompanyRatingView> {
  const { company, customer_id } = input
  const { id } = await requireVisibleCompany(container, company, customer_id)
  if (await ratingsOf(container).unrate({ company_id: id, customer_id })) {
    await tell(container, RatingEvents.CHANGED, { company_id: id, customer_id })
  }
  return { ...(await ownRating(container, id, customer_id)), ...(await companyFigures(container, id)) }
}

async function ownRating(
  container: MedusaContainer,
  companyId: string,
  customerId: string | null
): Promise<Pick<CompanyRatingView, "stars" | "can_rate" | "reason">> {
  if (customerId === null) {
    return { stars: null, can_rate: false, reason: "RATING_SIGN_IN" }
  }
  const stars = await starsOf(container, companyId, customerId)
  if (stars !== null) {
    return { stars, can_rate: true, reason: null }
  }
  const { reason } = await purchaseOf(container, customerId, { company_id: companyId }, companyId)
  return { stars, can_rate: reason === null, reason }
}

async function starsOf(
  container: MedusaContainer,
  companyId: string,
  customerId: string
): Promise<number | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ stars: number }> }>(
      `select stars from company_rating where company_id = ? and customer_id = ? and deleted_at is null`,
      [companyId, customerId]
    )
  return rows[0]?.stars ?? null
}
