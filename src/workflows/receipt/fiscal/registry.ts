import { MedusaContainer } from "@medusajs/framework/types"
import { providerKind } from "../../../lib/payment-providers"
import { FiscalOutcome, FiscalSubmissionView } from "../../../modules/receipt/types"
import { submitToClick } from "./click"

/** Makes one attempt to get the fiscal data of a payment. */
export type FiscalDriver = (
  container: MedusaContainer,
  submission: FiscalSubmissionView
) => Promise<FiscalOutcome>

/** Payme reports by itself (`SetFiscalData`); what it has reported is collected before anybody is asked. */
const waitForReport: FiscalDriver = async () => ({
  kind: "waiting",
  reason: "the provider has not reported its fiscal receipt yet",
})

/** Who fiscalises, by the kind of the payment provider (`pp_<kind>_<id>`). A plugin's provider adds its own. */
const DRIVERS = new Map<string, FiscalDriver>([["click", submitToClick]])

/** Lets a payment provider fiscalise in its own way. */
export function registerFiscalDriver(kind: string, driver: FiscalDriver): void {
  DRIVERS.set(kind, driver)
}

/** The driver of a provider; one that nobody drives is waited for. */
export function fiscalDriverOf(providerId: string | null): FiscalDriver {
  return DRIVERS.get(providerKind(providerId ?? "")) ?? waitForReport
}
