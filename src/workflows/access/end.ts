import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import CompanyModuleService from "../../modules/company/service"
import { takeOutOfCarts } from "./carts"

const companiesOf = (container: MedusaContainer) => container.resolve<CompanyModuleService>(COMPANY_MODULE)

type Ended = { id: string; company_id: string; customer_id: string }

/**
 * A customer leaves a private company; they may come back by its code. Emits `company.access-left`.
 * @throws {MedusaError} 404 for a company that they are not in, alike for one that does not exist
 */
export async function leaveCompany(
  container: MedusaContainer,
  input: { company_id: string; customer_id: string }
): Promise<void> {
  const ended = await companiesOf(container).leave(input)
  if (!ended) {
    throw notFound("Company", input.company_id)
  }
  await follow(container, ended, CompanyEvents.ACCESS_LEFT)
}

/**
 * A company shows a customer out. They may not come back before it changes its code or access key. Emits
 * `company.access-revoked`.
 * @throws {MedusaError} 404 for another company's grant
 */
export async function revokeAccess(
  container: MedusaContainer,
  input: { company_id: string; id: string }
): Promise<void> {
  await follow(container, await companiesOf(container).revokeGrant(input), CompanyEvents.ACCESS_REVOKED)
}

/** What follows the end of a membership, which has been written already: nothing of this can bring it back. */
async function follow(container: MedusaContainer, { id, company_id, customer_id }: Ended, name: string) {
  await takeOutOfCarts(container, { company_id, customer_id })
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name, data: { id: company_id, customer_id, grant_id: id } })
}
