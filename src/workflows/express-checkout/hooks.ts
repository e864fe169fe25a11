import {
  addShippingMethodToCartWorkflow,
  addToCartWorkflow,
  createCartWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
  listShippingOptionsForCartWorkflow,
  refreshCartItemsWorkflow,
  refreshCartShippingMethodsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  updateCartPromotionsWorkflow,
  updateCartWorkflow,
  updateTaxLinesWorkflow,
  upsertTaxLinesWorkflow,
} from "@medusajs/medusa/core-flows"

/** Core's workflows between an empty cart and one that can be completed, whose hooks a host may handle. */
const WORKFLOWS = {
  createCart: createCartWorkflow,
  addToCart: addToCartWorkflow,
  updateCart: updateCartWorkflow,
  addShippingMethod: addShippingMethodToCartWorkflow,
  listOptions: listShippingOptionsForCartWorkflow,
  listPricedOptions: listShippingOptionsForCartWithPricingWorkflow,
  refreshItems: refreshCartItemsWorkflow,
  refreshMethods: refreshCartShippingMethodsWorkflow,
  refreshPayment: refreshPaymentCollectionForCartWorkflow,
  updatePromotions: updateCartPromotionsWorkflow,
  updateTaxes: updateTaxLinesWorkflow,
  upsertTaxes: upsertTaxLinesWorkflow,
}

type Hook = (handler: () => void) => void
type Watched = keyof typeof WORKFLOWS

let lists: Record<Watched, string[]> | undefined

/** Which of core's cart workflows have a hook that the host handles: those have their say, whatever it costs. */
export function handledWorkflows(): Watched[] {
  lists ??= Object.fromEntries(
    Object.entries(WORKFLOWS).map(([name, { hooks }]) => [name, handlersOf(hooks as Record<string, Hook>)])
  ) as Record<Watched, string[]>
  return (Object.keys(lists) as Watched[]).filter((name) => lists![name].length > 0)
}

const ASKED = new Error("asked")

/**
 * The living list of a workflow's handled hooks. Medusa (workflows-sdk 2.21.2, `createHook`) shows it to nobody; but a hook
 * looks into it before it takes a handler, so that it can refuse a second one. At that look the list is caught and the
 * registration broken off: nothing has changed, and nothing else can run in between. A test registers a handler and sees it.
 */
function handlersOf(hooks: Record<string, Hook>): string[] {
  const includes = Object.getOwnPropertyDescriptor(Array.prototype, "includes")!
  const looks: string[][] = []
  const value = function (this: string[]) {
    looks.push(this)
    throw ASKED
  }
  Object.defineProperty(Array.prototype, "includes", { ...includes, value })
  try {
    Object.values(hooks)[0](() => undefined)
  } catch (error) {
    if (error !== ASKED) {
      throw error
    }
  } finally {
    Object.defineProperty(Array.prototype, "includes", includes)
  }
  return looks[0]
}
