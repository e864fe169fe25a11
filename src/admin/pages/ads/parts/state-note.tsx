import { Alert, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { changeOf, stateOf } from "../lib/state"
import type { Ad } from "../lib/types"
import { AdState } from "./ad-state"
import { Refusal } from "./refusal"

const TOLD = ["company", "goods", "placement", "daily_budget", "funds", "hours"] as const
const isTold = (because: string): because is (typeof TOLD)[number] =>
  (TOLD as readonly string[]).includes(because)

/** What the state means for its company, and what waits. */
export function StateNote({ ad }: { ad: Ad }) {
  const { t } = useText()
  const state = stateOf(ad)
  const change = changeOf(ad)
  const textOf = () => {
    if (state === "paused" && ad.pause_reason) {
      return t(`ads.pauseReason.${ad.pause_reason}`)
    }
    const because = ad.not_live_reason
    return state === "waiting" && because && isTold(because)
      ? t(`ads.whyNot.${because}`)
      : t(`ads.stateHint.${state}`)
  }
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-1">
        <AdState ad={ad} />
        {state !== "rejected" && (
          <Text size="small" className="text-ui-fg-subtle">
            {textOf()}
          </Text>
        )}
      </div>
      {change === "pending" && <Alert variant="info">{t("ads.changeWaitsText")}</Alert>}
      {change === "draft" && <Alert variant="warning">{t("ads.changeDraftText")}</Alert>}
      <Refusal ad={ad} />
    </div>
  )
}
