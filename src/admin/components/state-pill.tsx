import { StatusBadge } from "@medusajs/ui"

type Color = "green" | "red" | "blue" | "orange" | "grey" | "purple"

/** What colour a state has, wherever it is shown. */
const COLORS: Record<string, Color> = {
  active: "green",
  paid: "green",
  done: "green",
  succeeded: "green",
  delivered: "green",
  open: "green",
  shipped: "blue",
  processing: "blue",
  applying: "blue",
  pending: "orange",
  due: "orange",
  review: "orange",
  invited: "orange",
  suspended: "red",
  failed: "red",
  denied: "red",
  refused: "red",
  returned: "purple",
}

/** A state as a coloured word; the word is what counts, the colour helps. */
export function StatePill({ state, label }: { state: string; label: string }) {
  return <StatusBadge color={COLORS[state] ?? "grey"}>{label}</StatusBadge>
}
