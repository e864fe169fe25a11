import type { Ad, Creative } from "./types"

/** What is told about an ad, from its state, days, money and pauses. Pure, so that it is tested without a browser. */

export type ShownState =
  "draft" | "pending" | "rejected" | "live" | "paused" | "scheduled" | "spent" | "waiting" | "expired"

type Known = Pick<
  Ad,
  "status" | "is_paused" | "is_live" | "not_live_reason" | "ends_at" | "creative" | "next_creative"
>

/** Whether an approved look goes on being shown, whatever waits beside it. */
export const hasLook = ({ status, creative }: Pick<Ad, "status" | "creative">): boolean =>
  status === "approved" || (creative?.status === "approved" && status !== "expired")

/** The one word that people read first. An ad past its last day has ended, also before a job has said so. */
export function stateOf(ad: Known, now = new Date()): ShownState {
  if (ad.status === "expired" || (hasLook(ad) && ad.ends_at && new Date(ad.ends_at) <= now)) {
    return "expired"
  }
  if (!hasLook(ad)) {
    return ad.status === "approved" ? "waiting" : (ad.status as "draft" | "pending" | "rejected")
  }
  if (ad.is_paused) {
    return "paused"
  }
  if (ad.is_live) {
    return "live"
  }
  const because = ad.not_live_reason
  return because === "not_started" ? "scheduled" : because === "total_budget" ? "spent" : "waiting"
}

/** What waits beside a look that is shown. */
export function changeOf(
  ad: Pick<Ad, "status" | "creative" | "next_creative">
): "pending" | "rejected" | "draft" | null {
  const status = hasLook(ad) ? ad.next_creative?.status : null
  return status === "pending" || status === "rejected" || status === "draft" ? status : null
}

/** The latest words of the operator, wherever they stand. */
export const refusalOf = (ad: Pick<Ad, "reject_reason" | "next_creative">): string | null =>
  ad.next_creative?.reject_reason ?? ad.reject_reason

/** What is edited: what waits, or what is shown. */
export const newestLook = ({ creative, next_creative }: Pick<Ad, "creative" | "next_creative">) =>
  next_creative ?? creative

export type Action = "edit" | "submit" | "pause" | "resume" | "end" | "delete"

/** What can be done with an ad now. What the operator has stopped, the operator lets go on. */
export function actionsOf(ad: Known & Pick<Ad, "pause_reason">, now = new Date()): Set<Action> {
  const state = stateOf(ad, now)
  const actions = new Set<Action>()
  if (state !== "expired") {
    actions.add("edit")
  }
  const unsent = (creative: Creative | null) =>
    creative?.status === "draft" || creative?.status === "rejected"
  if (state === "draft" || state === "rejected") {
    actions.add("submit").add("delete")
  } else if (state !== "expired" && unsent(ad.next_creative)) {
    actions.add("submit")
  }
  if (hasLook(ad) && state !== "expired") {
    actions.add("end")
    if (!ad.is_paused) {
      actions.add("pause")
    } else if (ad.pause_reason !== "operator" && (ad.pause_reason !== "needs_end_date" || ad.ends_at)) {
      actions.add("resume")
    }
  }
  return actions
}
