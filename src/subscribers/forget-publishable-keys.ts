import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { forgetPublishableKeys } from "../workflows/store/publishable-keys"

/** A key has been made, changed, revoked or linked to other channels: what is known of keys is read anew. */
export default function forgetKeys({ container }: SubscriberArgs) {
  forgetPublishableKeys(container)
  return Promise.resolve()
}

export const config: SubscriberConfig = {
  event: [
    "api_key.api-key.created",
    "api_key.api-key.updated",
    "api_key.api-key.deleted",
    "LinkPublishableApiKeySalesChannel.attached",
    "LinkPublishableApiKeySalesChannel.detached",
  ],
  context: { subscriberId: "bozor-forget-publishable-keys" },
}
