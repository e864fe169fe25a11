import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ExchangeEvents } from "../modules/exchange/events"
import { applyImport } from "../workflows/exchange"

/** Somebody asked for an import to be applied; a call that gets lost is made up for by the job. */
export default async function applyAskedImport({ event, container }: SubscriberArgs<{ id: string }>) {
  await applyImport(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: ExchangeEvents.APPLYING,
  context: { subscriberId: "bozor-apply-import" },
}
