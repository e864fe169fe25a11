export const IMPORT_STATUSES = ["uploaded", "checked", "applying", "done", "failed", "canceled"] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

/** From where each way on may be taken. */
export const MAY: Record<"check" | "apply" | "cancel", readonly ImportStatus[]> = {
  check: ["uploaded", "checked"],
  apply: ["checked"],
  cancel: ["uploaded", "checked", "applying"],
}

export const ACTIONS = ["create", "update", "unchanged", "error"] as const
export type Action = (typeof ACTIONS)[number]

export type Counts = Record<Action | "applied", number>

/** How far applying has come: rows that were to be applied, and those that are done with, well or not. */
export function progressOf(
  { to_apply }: { to_apply: number },
  pending: number
): { total: number; done: number } {
  return { total: to_apply, done: Math.max(0, to_apply - pending) }
}
