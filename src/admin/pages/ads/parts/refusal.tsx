import { Alert } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { changeOf, refusalOf, stateOf } from "../lib/state"
import type { Ad } from "../lib/types"

/** Why the operator has said no, in the operator's words, where it can be mended; how to go on is told to its owner. */
export function Refusal({ ad, isMine = true }: { ad: Ad; isMine?: boolean }) {
  const { t } = useText()
  const reason = refusalOf(ad)
  const isRefused = stateOf(ad) === "rejected" || changeOf(ad) === "rejected"
  if (!isRefused || !reason) {
    return null
  }
  return (
    <Alert variant="error">
      <span className="font-medium">{t("ads.refusedBecause")}</span>
      <br />
      <span className="whitespace-pre-line break-words">{reason}</span>
      {isMine && <br />}
      {isMine && (changeOf(ad) === "rejected" ? t("ads.changeRefusedText") : t("ads.refusedHow"))}
    </Alert>
  )
}
