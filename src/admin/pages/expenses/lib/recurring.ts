import { dayOf } from "../../../lib/format"
import { Recurring } from "./types"

type Body = Pick<Recurring, "category_id" | "period" | "starts_on"> & { amount: number | null }

/**
 * Whether a change of a regular expense may leave the past as it is: it has been counted already, and begins on the same
 * day as before.
 */
export function mayPart(recurring: Recurring, body: Body, today = dayOf(new Date())): boolean {
  const isCounted = recurring.status === "approved" && recurring.starts_on < today
  const isSame = (["category_id", "period", "amount"] as const).every(
    (name) => recurring[name] === body[name]
  )
  return isCounted && !isSame && body.starts_on === recurring.starts_on
}

/** Whether its last day has gone by. */
export const hasEnded = ({ ends_on }: Pick<Recurring, "ends_on">, today = dayOf(new Date())): boolean =>
  ends_on !== null && ends_on < today

/** The change as it is sent when it holds from the current period on. */
export function fromNow<B extends Body>({ starts_on: _, ...body }: B, today = dayOf(new Date())) {
  return { ...body, from: today }
}
