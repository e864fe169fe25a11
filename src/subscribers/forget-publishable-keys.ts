import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellCatalog } from "../workflows/catalog/serve"

/** A key has been made, changed, revoked or linked to other channels: what is known of keys is read anew, in every process. */
export default function forgetKeys({ container }: SubscriberArgs) {
  return tellCatalog(container, "keys")
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
