import { useState } from "react"
import { Button } from "@medusajs/ui"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { Ad } from "../../ads/lib/types"
import { RejectPrompt } from "./reject-prompt"

/** Yes, or no with a reason. */
export function ReviewButtons({ ad }: { ad: Ad }) {
  const { t } = useText()
  const [isRejecting, setRejecting] = useState(false)
  const path = `/admin/ads/${ad.id}`
  // What was looked at is decided on: the company may have changed it meanwhile.
  const revision = ad.next_creative?.revision
  const approve = useAct(() => api.post(`${path}/approve`, { revision }), t("ads.market.approved"))
  const reject = useAct(
    (reason: string) => api.post(`${path}/reject`, { reason, revision }),
    t("ads.market.rejected")
  )
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={reject.isPending}
        onClick={() => setRejecting(true)}
      >
        {t("ads.market.reject")}
      </Button>
      <Button size="small" isLoading={approve.isPending} onClick={() => approve.mutate()}>
        {t("ads.market.approve")}
      </Button>
      {isRejecting && (
        <RejectPrompt onClose={() => setRejecting(false)} onReject={(reason) => reject.mutate(reason)} />
      )}
    </>
  )
}
