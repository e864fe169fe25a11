import { StatusBadge } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { changeOf, ShownState, stateOf } from "../lib/state"
import type { Ad } from "../lib/types"

const COLORS = {
  draft: "grey",
  pending: "orange",
  rejected: "red",
  live: "green",
  paused: "grey",
  scheduled: "blue",
  spent: "orange",
  waiting: "blue",
  expired: "grey",
} as const satisfies Record<ShownState, string>

/** State of an ad in one word, and beside it whether a change of it waits. */
export function AdState({ ad }: { ad: Ad }) {
  const { t } = useText()
  const state = stateOf(ad)
  const change = changeOf(ad)
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-1 md:justify-start">
      <StatusBadge color={COLORS[state]}>{t(`ads.state.${state}`)}</StatusBadge>
      {change && (
        <StatusBadge color={change === "rejected" ? "red" : change === "pending" ? "orange" : "grey"}>
          {t(
            change === "pending"
              ? "ads.changeWaits"
              : change === "rejected"
                ? "ads.changeRefused"
                : "ads.changeDraft"
          )}
        </StatusBadge>
      )}
    </span>
  )
}
