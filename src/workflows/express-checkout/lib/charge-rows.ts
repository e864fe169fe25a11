import { amount, newId, Row } from "./rows"

/** Tax lines of a line or a delivery. */
export function taxLines(lines: Row[], prefix: string, owner: Row): Row[] {
  return lines.map(({ rate, ...line }) => ({
    id: newId(prefix),
    ...owner,
    ...line,
    ...amount("rate", rate as number),
  }))
}

/** Discounts of a line, as the order module keeps them. */
export function lineAdjustments({ id, adjustments }: { id: string; adjustments: Row[] }): Row[] {
  return adjustments.map((one) => ({
    id: newId("ordliadj"),
    item_id: id,
    version: 1,
    ...namesOf(one),
    is_tax_inclusive: !!one.is_tax_inclusive,
    ...amount("amount", one.amount as number),
  }))
}

/** Discounts of a delivery. */
export function methodAdjustments({ id, adjustments }: { id: string; adjustments: Row[] }): Row[] {
  return adjustments.map((one) => ({
    id: newId("ordsmadj"),
    shipping_method_id: id,
    version: 1,
    ...namesOf(one),
    ...amount("amount", one.amount as number),
  }))
}

const namesOf = ({ code = null, description = null, promotion_id = null, provider_id = null }: Row): Row => ({
  code,
  description,
  promotion_id,
  provider_id,
})
