import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { rateLimit } from "../../lib/rate-limit"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyErrors } from "../../modules/company/errors"
import { CompanyEvents } from "../../modules/company/events"
import { drawCode } from "../../modules/company/lib/codes"
import CompanyModuleService from "../../modules/company/service"
import { tellCatalog } from "../catalog/serve"
import { takeOutOfCarts } from "./carts"
import { dropKey, ensureChannel, ensureKey, renewKey } from "./door"
import { moveCompany } from "./queries/move-goods"

/** Changes of one company wait for each other, with its approval, suspension and reinstatement. */
export function underCompanyLock<T>(container: MedusaContainer, companyId: string, job: () => Promise<T>) {
  return container.resolve(Modules.LOCKING).execute(`company:${companyId}`, job, { timeout: 60 })
}

type Change = { company_id: string; is_private: boolean; code?: string }

/**
 * Makes a company private or public. Its goods and its stock location move to its own channel or to the market's in one
 * transaction; a private one has a code and a publishable key, which a public one loses. Done again it finishes what a
 * crash left open, in strangers' carts too. Emits `company.visibility-changed` when it has changed.
 * @throws {MedusaError} 404; COMPANY_CODE_TAKEN, COMPANY_CODE_LIMITED
 */
export function changeVisibility(container: MedusaContainer, change: Change): Promise<void> {
  assertId(change.company_id, "company id")
  return underCompanyLock(container, change.company_id, () => turn(container, change))
}

/** The body of `changeVisibility`, for callers that hold the company's lock. */
export async function turn(
  container: MedusaContainer,
  { company_id, is_private, code }: Change
): Promise<void> {
  const company = await container.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveCompany(company_id)
  if (code !== undefined || (is_private && !company.code)) {
    await giveCode(container, company_id, code)
  }
  const isApproved = !!company.stock_location_id
  const own = isApproved && is_private ? await ensureChannel(container, company) : null
  const has_changed = await moveCompany(container, {
    company_id,
    is_private,
    channel_id: own ?? (isApproved ? await marketChannel(container) : null),
    from_channel_id: is_private ? null : await ownChannelOf(container, company_id),
  })
  if (own) {
    await ensureKey(container, company_id)
  } else if (!is_private) {
    await dropKey(container, company_id)
  }
  if (has_changed) {
    // The event's subscriber may come after the answer.
    await tellCatalog(container, "pages")
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: CompanyEvents.VISIBILITY_CHANGED, data: { id: company_id, is_private } })
  } else if (is_private) {
    await takeOutOfCarts(container, { company_id })
  }
}

/** Gives a company a code: the given one, or one that nobody has. */
export async function giveCode(container: MedusaContainer, companyId: string, code?: string): Promise<void> {
  const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  if (code !== undefined) {
    await countCodes(companies, companyId)
  }
  for (let left = code === undefined ? 5 : 1; left > 0; left--) {
    try {
      return await companies.writeCode(companyId, code ?? drawCode())
    } catch (error) {
      if (left === 1) {
        throw error
      }
    }
  }
}

/** That a code is taken tells whoever chooses it that it leads somewhere: as few are chosen as are tried at the door. */
async function countCodes({ options }: CompanyModuleService, companyId: string): Promise<void> {
  const { tries, window_minutes } = options.joining
  if (!(await rateLimit(options.redis_url).take(`code:${companyId}`, tries, window_minutes * 60))) {
    throw CompanyErrors.codeLimited()
  }
}

/** The channel that public goods live in. */
export async function marketChannel(container: MedusaContainer): Promise<string> {
  const { data: stores } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "store",
    fields: ["default_sales_channel_id"],
    pagination: { take: 1, skip: 0 },
  })
  const id = stores[0]?.default_sales_channel_id
  assertId(id, "default sales channel of the store")
  return id
}

async function ownChannelOf(container: MedusaContainer, companyId: string): Promise<string> {
  const door = await container.resolve<CompanyModuleService>(COMPANY_MODULE).doorOf(companyId)
  // A company that was never private has nothing to move; a channel of no name matches none.
  return door.private_channel_id ?? ""
}

/**
 * Gives a private company a new publishable key; the old one opens nothing from then on.
 * @throws {MedusaError} COMPANY_NOT_PRIVATE
 */
export function renewPublishableKey(container: MedusaContainer, companyId: string): Promise<string> {
  return underCompanyLock(container, companyId, async () => {
    const { is_private, private_channel_id } = await container
      .resolve<CompanyModuleService>(COMPANY_MODULE)
      .doorOf(companyId)
    if (!is_private || !private_channel_id) {
      throw CompanyErrors.notPrivate()
    }
    return renewKey(container, companyId)
  })
}
