import {
  CalculatedShippingOptionPrice,
  CalculateShippingOptionPriceContext,
  CreateFulfillmentResult,
  CreateShippingOptionDTO,
  FulfillmentOption,
} from "@medusajs/framework/types"
import { AbstractFulfillmentProviderService } from "@medusajs/framework/utils"
import { DELIVERY_PROVIDER, deliveryPrice, termsOf } from "../../lib/delivery-price"

/** Medusa gives the whole cart, though its type does not say so. */
const currencyOf = (context: CalculateShippingOptionPriceContext) =>
  (context as { currency_code?: string }).currency_code

/**
 * A company's own ways of delivery: fetched at the shop, or brought by its courier. Nothing is sent anywhere; what it adds
 * to Medusa's manual provider is the price. Medusa's flat prices can ask for a cart's total only, and in a cart of
 * several companies that is not what this company sells; a calculated price gets the goods of its own profile.
 */
class CompanyDeliveryProvider extends AbstractFulfillmentProviderService {
  static override identifier = DELIVERY_PROVIDER.identifier

  override async getFulfillmentOptions(): Promise<FulfillmentOption[]> {
    return [{ id: "company-delivery" }]
  }

  /** What an order keeps of the choice: its names in every language. What a storefront sends is not believed. */
  override async validateFulfillmentData(optionData: Record<string, unknown>): Promise<{ names: unknown }> {
    return { names: optionData.names ?? null }
  }

  override async validateOption(): Promise<boolean> {
    return true
  }

  override async canCalculate(data: CreateShippingOptionDTO): Promise<boolean> {
    return data.price_type === "calculated"
  }

  /** Prices of a market are with tax, as its region says. */
  override async calculatePrice(
    optionData: Record<string, unknown>,
    _: Record<string, unknown>,
    context: CalculateShippingOptionPriceContext
  ): Promise<CalculatedShippingOptionPrice> {
    const amount = deliveryPrice(termsOf(optionData), context.items, currencyOf(context))
    return { calculated_amount: amount, is_calculated_price_tax_inclusive: true }
  }

  override async createFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }

  override async cancelFulfillment(): Promise<Record<string, never>> {
    return {}
  }

  override async createReturnFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }
}

export default CompanyDeliveryProvider
