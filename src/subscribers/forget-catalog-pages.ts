import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CompanyEvents } from "../modules/company/events"
import { tellCatalog } from "../workflows/catalog/serve"

/** A company has been suspended, opened or closed to the public: no page of before is shown any more. */
export default function forgetPages({ container }: SubscriberArgs) {
  return tellCatalog(container, "pages")
}

export const config: SubscriberConfig = {
  event: [
    CompanyEvents.APPROVED,
    CompanyEvents.SUSPENDED,
    CompanyEvents.REINSTATED,
    CompanyEvents.ARCHIVED,
    CompanyEvents.VISIBILITY_CHANGED,
  ],
  context: { subscriberId: "bozor-forget-catalog-pages" },
}
