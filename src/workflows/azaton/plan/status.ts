import { OrderPlan } from "../plans"
import { Notes } from "./notes"
import { textOf } from "./values"

export type Standing = Pick<OrderPlan, "status" | "is_accepted" | "is_delivered" | "needs_review"> & {
  is_paid: boolean
  /** A status that nobody knows, as it stood. */
  unknown?: string
}

const REVIEW = { needs_review: true }
const PENDING = { status: "pending", is_accepted: false, is_delivered: false, needs_review: false } as const
const DELIVERED = { status: "completed", is_accepted: true, is_delivered: true, needs_review: false } as const
const CANCELED = { status: "canceled", is_accepted: false, is_delivered: false, needs_review: false } as const

/**
 * What a free status and a flag that may contradict it make (the table of docs/azaton.md). Money counts only where the
 * flag says so.
 */
export function standingOf(status: unknown, flag: unknown, notes: Notes): Standing {
  const text = textOf(status)?.toLowerCase() ?? "pending"
  const isPaid = flag === true
  switch (text) {
    case "pending":
      return { ...PENDING, is_paid: isPaid }
    case "confirmed":
      return { ...PENDING, is_accepted: true, is_paid: isPaid }
    case "paid":
      return isPaid ? { ...PENDING, is_paid: true } : { ...PENDING, ...conflict(text, notes) }
    case "completed":
    case "delivered":
      return isPaid ? { ...DELIVERED, is_paid: true } : { ...DELIVERED, ...conflict(text, notes) }
    case "cancelled":
    case "canceled":
      return isPaid ? { ...CANCELED, ...conflict(text, notes) } : { ...CANCELED, is_paid: false }
    default:
      notes.add("unknown_status", `“${textOf(status)}” is no status that is known.`)
      return { ...PENDING, ...REVIEW, is_paid: isPaid, unknown: textOf(status)! }
  }
}

function conflict(status: string, notes: Notes) {
  notes.add(
    "paid_flag_conflict",
    `${status}, but the payment flag says the opposite; it stays outside revenue.`
  )
  return { ...REVIEW, is_paid: false }
}
