import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { forgetSearcher } from "../workflows/search-log"

/** What a customer has searched for goes with their account. */
export default async function searchesForgotten({ event, container }: SubscriberArgs<{ id: string }>) {
  await forgetSearcher(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.DELETED,
  context: { subscriberId: "bozor-forget-searches" },
}
