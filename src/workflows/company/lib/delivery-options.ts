/** Price of courier delivery that a new company starts with, in so'm; the company changes it later. */
export const COURIER_PRICE = 20_000

/** The two ways of delivery that every approved company starts with: pick-up for nothing, and a courier. */
export function deliveryOptions(owner: { service_zone_id: string; shipping_profile_id: string }) {
  const common = {
    ...owner,
    provider_id: "manual_manual",
    price_type: "flat" as const,
    rules: [
      { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
      { attribute: "is_return", operator: "eq" as const, value: "false" },
    ],
  }
  return [
    {
      ...common,
      name: "Olib ketish",
      type: { label: "Olib ketish", description: "Do‘kondan olib ketish", code: "pickup" },
      prices: [{ currency_code: "uzs", amount: 0 }],
    },
    {
      ...common,
      name: "Kuryer",
      type: { label: "Kuryer", description: "Manzilga yetkazib berish", code: "courier" },
      prices: [{ currency_code: "uzs", amount: COURIER_PRICE }],
    },
  ]
}
