import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { settlePrepaid } from "../prepaid/settle"
import { completeCheckoutWorkflow } from "./workflows/complete-checkout"

/** Refusals that Medusa's own completion answers with the cart instead of an error status; storefronts rely on it. */
const UNPAID: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

type Completion = { id: string; unpaid: null } | { id: null; unpaid: MedusaError }

/**
 * Completes a cart, whoever asks: the shopper, or a provider that tells of their payment. Money that was paid in advance
 * is settled before this answers; should that fail, the job `finish-prepaid` goes on with it.
 * @param session_id the payment session that a provider tells of
 * @returns the group, or why the payment is not enough
 */
export async function completeCheckout(
  container: MedusaContainer,
  input: { cart_id: string; session_id?: string }
): Promise<Completion> {
  const { result, errors } = await completeCheckoutWorkflow(container).run({ input, throwOnError: false })
  const error = errors[0]?.error as MedusaError | undefined
  if (error && !UNPAID.includes(error.type)) {
    throw error
  }
  if (error) {
    return { id: null, unpaid: error }
  }
  await settlePrepaid(container, result.id).catch((failure: Error) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`order group ${result.id} is settled later, by the job`, failure)
  )
  return { id: result.id, unpaid: null }
}
