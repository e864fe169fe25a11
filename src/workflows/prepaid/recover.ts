import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  Modules,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import { TIYIN_PER_SUM } from "../../lib/money"
import { isPrepaid } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { OrderGroupEvents } from "../../modules/order-group/events"
import OrderGroupModuleService from "../../modules/order-group/service"
import { settlePrepaid } from "./settle"
import { RealSession, takePayment } from "./take"

type Claim = { id: string; cart_id: string }

const UNPAID: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

/**
 * Finishes a checkout that a crash interrupted after its orders were made, when its shopper has paid: the provider is
 * asked again, and the group opens, is told of and settled.
 * @returns false when there is nothing to finish; then the checkout may be taken apart
 */
export async function finishPlacing(container: MedusaContainer, claim: Claim): Promise<boolean> {
  const isOpened = await container
    .resolve(Modules.LOCKING)
    .execute(claim.cart_id, () => open(container, claim), { timeout: 30 })
  if (isOpened) {
    await settlePrepaid(container, claim.id)
  }
  return isOpened
}

async function open(container: MedusaContainer, { id, cart_id }: Claim): Promise<boolean> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ id, status: "placing" }, { relations: ["orders"], take: 1 })
  // The payable is the last thing that is written before the provider is asked: without it, nothing was paid.
  const [payable] = group ? await gateway.payablesOf([id]) : []
  if (!payable || !isPrepaid(payable.provider_id, gateway.options)) {
    return false
  }
  const session = await sessionOf(container, cart_id, payable.provider_id)
  const total = MathBN.div(payable.amount_tiyin, TIYIN_PER_SUM).toFixed()
  try {
    if (!session) {
      return false
    }
    const { currency_code, provider_id } = payable
    await takePayment(container, { group_id: id, cart_id, session, currency_code, total })
    await groups.openGroup({ id, total, provider_id, expires_at: null, status: "pending" })
  } catch (error) {
    if (UNPAID.includes((error as MedusaError).type)) {
      return false
    }
    throw error
  }
  const placed = group.orders.map(({ order_id }) => ({ id: order_id }))
  await container
    .resolve(Modules.EVENT_BUS)
    .emit([
      ...placed.map((data) => ({ name: OrderWorkflowEvents.PLACED, data })),
      { name: OrderGroupEvents.CREATED, data: { id } },
    ])
  return true
}

/** The session of a cart at a provider: one that is authorised before any other, then the newest. One statement. */
async function sessionOf(container: MedusaContainer, cartId: string, providerId: string) {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<RealSession & { amount: string }> }>(
      `select s.id, s.provider_id, s.amount from cart_payment_collection l
         join payment_session s on s.payment_collection_id = l.payment_collection_id and s.deleted_at is null
        where l.cart_id = ? and l.deleted_at is null and s.provider_id = ?
        order by (s.authorized_at is null), s.created_at desc limit 1`,
      [cartId, providerId]
    )
  return rows[0] ?? null
}
