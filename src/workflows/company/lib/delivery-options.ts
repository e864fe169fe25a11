import { DELIVERY_PROVIDER, DeliveryTerms } from "../../../lib/delivery-price"

/** Price of courier delivery that a new company starts with, in so'm; the company changes it later. */
export const COURIER_PRICE = 20_000

/** Ways of delivery that a company may have; a shopper chooses from a list, not a catalogue. */
export const DELIVERY_OPTIONS_MAX = 20

/** Uzbek is the market's first language; the others may be missing. */
export type Names = { uz: string; ru?: string | null; en?: string | null }
export type DeliveryKind = "pickup" | "courier"
export type DeliveryFacts = DeliveryTerms & { name: Names; is_enabled: boolean }

const LABELS: Record<DeliveryKind, string> = { pickup: "Olib ketish", courier: "Kuryer" }

/** The fields of a shipping option that a company changes, as Medusa takes them. Medusa's own name is the Uzbek one. */
export function optionFields({ name, price, free_from, prices, is_enabled }: DeliveryFacts) {
  return {
    name: name.uz,
    data: { names: name, price, free_from, ...(prices && { prices }) },
    price_type: "calculated" as const,
    provider_id: DELIVERY_PROVIDER.name as string,
    rules: [
      { attribute: "enabled_in_store", operator: "eq" as const, value: String(is_enabled) },
      { attribute: "is_return", operator: "eq" as const, value: "false" },
    ],
  }
}

/** A new shipping option in a company's own zone and profile. */
export function newOption(
  owner: { service_zone_id: string; shipping_profile_id: string },
  kind: DeliveryKind,
  facts: DeliveryFacts
) {
  const type = { label: LABELS[kind], description: facts.name.uz, code: kind as string }
  return { ...owner, ...optionFields(facts), type }
}

/** The two ways of delivery that every approved company starts with: pick-up for nothing, and a courier. */
export function deliveryOptions(owner: { service_zone_id: string; shipping_profile_id: string }) {
  const terms = { free_from: null, is_enabled: true }
  return [
    newOption(owner, "pickup", {
      ...terms,
      name: { uz: "Olib ketish", ru: "Самовывоз", en: "Pick-up" },
      price: 0,
    }),
    newOption(owner, "courier", {
      ...terms,
      name: { uz: "Kuryer", ru: "Курьер", en: "Courier" },
      price: COURIER_PRICE,
    }),
  ]
}
