import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { Ad, AdPlacement, Side } from "./types"

type OneAd = { ad: Ad }

/** The places of the market; they change once in a blue moon. */
export const usePlacements = (side: Side) =>
  useApi<{ ad_placements: AdPlacement[] }>(`${side}/ad-placements`, undefined, { staleTime: 60_000 })

/** What is done with one ad, said when it is done. */
export function useAdActs(side: Side, ad: Pick<Ad, "id">, onGone?: () => void) {
  const { t } = useText()
  const path = `${side}/ads/${ad.id}`
  return {
    submit: useAct(() => api.post<OneAd>(`${path}/submit`), t("ads.actions.submitted")),
    pause: useAct(() => api.post<OneAd>(`${path}/pause`), t("ads.actions.paused")),
    resume: useAct(() => api.post<OneAd>(`${path}/resume`), t("ads.actions.resumed")),
    /** An ad that has run is kept with its figures: its last moment is now. */
    end: useAct(() => api.post<OneAd>(path, { ends_at: "now" }), t("ads.actions.ended")),
    /** Its page is left before everything is read anew, for it is not there any more. */
    remove: useAct(async () => {
      await api.delete<{ id: string }>(path)
      onGone?.()
    }, t("ads.actions.deleted")),
  }
}
