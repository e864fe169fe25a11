import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { rateLimit } from "../../lib/rate-limit"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyErrors } from "../../modules/company/errors"
import { CompanyEvents } from "../../modules/company/events"
import { normalCode } from "../../modules/company/lib/codes"
import CompanyModuleService from "../../modules/company/service"
import { findCompany, PrivateFacts } from "../company/queries"
import { ensureKey } from "./door"
import { underCompanyLock } from "./visibility"
import { phoneOf } from "./queries"

type Try = { customer_id: string; address: string; code: string; access_key?: string | null }

const underway = new Map<string, Promise<PrivateFacts>>()

/**
 * Lets a customer into a private company. Tries are counted per account, per telephone where there is one, and per address;
 * a button that was pressed twenty times is one try, because calls that are alike share one answer while it is being made.
 * Emits `company.access-granted` for a new grant.
 * @throws {MedusaError} COMPANY_JOIN_REFUSED, one answer for every reason; COMPANY_JOIN_LIMITED
 */
export function joinCompany(container: MedusaContainer, attempt: Try): Promise<PrivateFacts> {
  const { customer_id, address, access_key } = attempt
  const key = JSON.stringify([customer_id, address, normalCode(attempt.code), access_key ?? null])
  const answer = underway.get(key) ?? enter(container, attempt).finally(() => underway.delete(key))
  underway.set(key, answer)
  return answer
}

async function enter(container: MedusaContainer, attempt: Try): Promise<PrivateFacts> {
  const { customer_id, code, access_key } = attempt
  const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { tries, address_tries } = companies.options.joining
  const phone = (await phoneOf(container, customer_id))?.replace(/\D/g, "")
  await count(companies, `address:${attempt.address}`, address_tries)
  // The account too: a telephone is changed by a word of its owner.
  await count(companies, `account:${customer_id}`, tries)
  if (phone) {
    await count(companies, `phone:${phone}`, tries)
  }
  const { company_id, grant_id } = await companies.enter({ customer_id, code, access_key })
  if (grant_id) {
    const data = { id: company_id, customer_id, grant_id }
    await container.resolve(Modules.EVENT_BUS).emit({ name: CompanyEvents.ACCESS_GRANTED, data })
  }
  const company = await findCompany(container, company_id, customer_id)
  if (company.publishable_key !== null) {
    return company
  }
  // A company that was private before there were keys has none until its first shopper comes.
  await underCompanyLock(container, company_id, () => ensureKey(container, company_id))
  return findCompany(container, company_id, customer_id)
}

/** @throws {MedusaError} COMPANY_JOIN_LIMITED */
async function count({ options }: CompanyModuleService, who: string, tries: number): Promise<void> {
  const seconds = options.joining.window_minutes * 60
  if (!(await rateLimit(options.redis_url).take(`join:${who}`, tries, seconds))) {
    throw CompanyErrors.joinLimited()
  }
}
