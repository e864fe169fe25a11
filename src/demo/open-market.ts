import {
  createApiKeysWorkflow,
  createProductCategoriesWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, Modules } from "@medusajs/framework/utils"
import { toHandle } from "../lib/handle"
import { offeredProviders } from "../lib/payment-providers"
import { GATEWAY_MODULE } from "../modules/gateway"
import GatewayModuleService from "../modules/gateway/service"

/**
 * What every market needs before its first company: the so'm, a region with the configured payment providers, the
 * public sales channel with its publishable key, and categories.
 */
export async function openMarket(container: MedusaContainer, categoryNames: Array<unknown>) {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Bozor", description: "Hamma ko‘radigan tovarlar" }] },
  })
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: "Bozor",
        default_sales_channel_id: channels[0].id,
        supported_currencies: [{ currency_code: "uzs", is_default: true }],
      },
    },
  })
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "O‘zbekiston",
          currency_code: "uzs",
          countries: ["uz"],
          payment_providers: offeredProviders(options),
          is_tax_inclusive: true,
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({ input: [{ country_code: "uz", provider_id: "tp_system" }] })
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Storefront", type: ApiKeyType.PUBLISHABLE, created_by: "" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: keys[0].id, add: [channels[0].id] } })
  const names = categoryNames.filter((name): name is string => typeof name === "string")
  const { result: categories } = names.length
    ? await createProductCategoriesWorkflow(container).run({
        input: {
          product_categories: names.map((name) => ({ name, handle: toHandle(name), is_active: true })),
        },
      })
    : { result: [] }
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store.id }, update: { default_region_id: regions[0].id } },
  })
  return {
    region_id: regions[0].id,
    sales_channel_id: channels[0].id,
    publishable_key: keys[0].token,
    categories: new Map(categories.map(({ name, id }) => [name, id])),
  }
}
