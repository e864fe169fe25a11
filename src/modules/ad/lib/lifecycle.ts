import { AdErrors } from "../errors"

export type AdStatus = "draft" | "pending" | "approved" | "rejected" | "expired"
/** Who moves an ad: its company, an operator of the market, or time. */
export type Mover = "company" | "operator" | "clock"

type Transition = { act: string; by: Mover; from: readonly AdStatus[]; to: AdStatus }

/** Business rule 13, whole: every move of an ad's status that there is. `publish` is for house ads, which nobody has to read. */
export const TRANSITIONS = [
  { act: "submit", by: "company", from: ["draft", "rejected"], to: "pending" },
  { act: "approve", by: "operator", from: ["pending"], to: "approved" },
  { act: "reject", by: "operator", from: ["pending"], to: "rejected" },
  { act: "publish", by: "operator", from: ["draft"], to: "approved" },
  { act: "expire", by: "clock", from: ["approved"], to: "expired" },
] as const satisfies readonly Transition[]

export type Act = (typeof TRANSITIONS)[number]["act"]

/** What an ad may be put to beside its transitions, by status. */
const ALLOWED = {
  edit: ["draft", "pending", "approved", "rejected"],
  pause: ["pending", "approved"],
  delete: ["draft", "rejected"],
} as const satisfies Record<string, readonly AdStatus[]>

/**
 * The status after a move.
 * @throws {MedusaError} AD_STATUS_WRONG
 */
export function statusAfter(act: Act, by: Mover, status: AdStatus): AdStatus {
  const transition = TRANSITIONS.find((one) => one.act === act)!
  if (transition.by !== by || !(transition.from as readonly AdStatus[]).includes(status)) {
    throw AdErrors.statusWrong(act, status)
  }
  return transition.to
}

/** @throws {MedusaError} AD_STATUS_WRONG */
export function checkAllowed(what: keyof typeof ALLOWED, status: AdStatus): void {
  if (!(ALLOWED[what] as readonly AdStatus[]).includes(status)) {
    throw AdErrors.statusWrong(what, status)
  }
}

/** The status that an ad has at a moment: an approved one is over when its last moment is, whether or not a job has looked. */
export function statusAt(ad: { status: AdStatus; ends_at: Date | null }, now: Date): AdStatus {
  return ad.status === "approved" && ad.ends_at !== null && ad.ends_at <= now ? "expired" : ad.status
}

type Pause = { is_paused: boolean; pause_reason: string | null }

/** Stops an ad. What an operator has stopped stays the operator's. */
export function paused(ad: Pause, by: "company" | "operator"): Pause {
  const isKept = ad.is_paused && ad.pause_reason === "operator"
  return { is_paused: true, pause_reason: by === "operator" || isKept ? "operator" : "owner" }
}

/**
 * Lets an ad go on.
 * @throws {MedusaError} AD_PAUSED_BY_OPERATOR, AD_NEEDS_END_DATE
 */
export function resumed(ad: Pause & { ends_at: Date | null }, by: "company" | "operator"): Pause {
  if (!ad.is_paused) {
    return { is_paused: false, pause_reason: ad.pause_reason }
  }
  if (ad.pause_reason === "operator" && by === "company") {
    throw AdErrors.pausedByOperator()
  }
  if (ad.pause_reason === "needs_end_date" && ad.ends_at === null) {
    throw AdErrors.needsEnd()
  }
  return { is_paused: false, pause_reason: null }
}
