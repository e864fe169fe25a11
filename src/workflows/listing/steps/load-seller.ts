import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { isSelling } from "../../../modules/company/lib/status"
import CompanyModuleService from "../../../modules/company/service"
import { ListingErrors } from "../../../modules/listing/errors"

export type Seller = {
  company_id: string
  stock_location_id: string
  shipping_profile_id: string
  sales_channel_id: string
  is_selling: boolean
}

type Input = { company_id: string; category_id?: string | null }

/**
 * The company that sells, with the rooms that approval gave it.
 * @throws {MedusaError} COMPANY_NOT_APPROVED before approval; LISTING_CATEGORY_UNKNOWN
 */
export async function loadSeller(container: MedusaContainer, input: Input): Promise<Seller> {
  assertId(input.company_id, "company id")
  const company = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .retrieveCompany(input.company_id)
  const { stock_location_id, shipping_profile_id, sales_channel_id } = company
  if (!stock_location_id || !shipping_profile_id || !sales_channel_id) {
    throw ListingErrors.companyNotApproved()
  }
  if (input.category_id) {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product_category",
      fields: ["id"],
      filters: { id: input.category_id },
    })
    if (data.length === 0) {
      throw ListingErrors.unknownCategory(input.category_id)
    }
  }
  return {
    company_id: company.id,
    stock_location_id,
    shipping_profile_id,
    sales_channel_id,
    is_selling: isSelling(company.status),
  }
}

/** `loadSeller` as a step. */
export const loadSellerStep = createStep(
  "load-seller",
  async (input: Input, { container }) => new StepResponse(await loadSeller(container, input))
)
