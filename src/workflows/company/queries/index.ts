import { MedusaContainer } from "@medusajs/framework/types"
import { assertId, notFound } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"

/** What a shopper may know of a company; requisites, people and money are not among it. */
const PUBLIC_FIELDS = [
  "id",
  "name",
  "handle",
  "phone",
  "address",
  "logo_url",
  "payment_notes",
  "opening_hours",
] as never[]

/** Companies whose goods anybody may buy. A private company is not there for a stranger. */
const PUBLIC = { status: "active" as const, is_private: false }

/** A page of the market's public companies, by name. */
export async function listPublicCompanies(
  container: MedusaContainer,
  input: { limit: number; offset: number; q?: string }
) {
  const [companies, count] = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listAndCountCompanies(
      { ...PUBLIC, ...(input.q ? { q: input.q } : {}) },
      { select: PUBLIC_FIELDS, take: input.limit, skip: input.offset, order: { name: "ASC", id: "ASC" } }
    )
  return { companies, count }
}

/**
 * One public company by id or handle.
 * @throws {MedusaError} 404, also for one that is private, pending, suspended or archived
 */
export async function findPublicCompany(container: MedusaContainer, idOrHandle: string) {
  assertId(idOrHandle, "company id or handle")
  const [company] = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listCompanies({ ...PUBLIC, $or: [{ id: idOrHandle }, { handle: idOrHandle }] } as never, {
      select: PUBLIC_FIELDS,
      take: 1,
    })
  if (!company) {
    throw notFound("Company", idOrHandle)
  }
  return company
}
