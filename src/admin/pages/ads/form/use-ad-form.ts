import { useMemo, useState } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { api } from "../../../lib/api"
import { dayOf } from "../../../lib/format"
import { useAct } from "../../../lib/query"
import { bodyOf, changesOf, houseBody } from "../lib/body"
import { AdDraft, draftOf, newDraft, withPlacement } from "../lib/draft"
import { hasLook } from "../lib/state"
import type { Ad, AdPlacement, Side } from "../lib/types"
import { Rules, Wrong, wrongDraft, wrongOf } from "../lib/wrong"

export type AdForm = ReturnType<typeof useAdForm>
export type FormStep = { form: AdForm }

/** Where the pages of a side's ads are. */
export const HOMES = { "/merchant": "/shop/ads", "/admin": "/market/ads" } as const satisfies Record<
  Side,
  string
>

/**
 * State of the form of one ad, and its sending. A house ad has neither price nor moderation.
 * @param ad what is changed; nothing for a new one
 */
export function useAdForm(side: Side, places: AdPlacement[], ad?: Ad) {
  const navigate = useNavigate()
  const isChecked = (useLocation().state as { isChecked?: boolean } | null)?.isChecked
  const [draft, setDraft] = useState<AdDraft>(() => (ad ? draftOf(ad) : newDraft()))
  const [asked, setAsked] = useState<"draft" | "all" | null>(isChecked ? "all" : null)
  const isHouse = side === "/admin"
  const place = places.find(({ code }) => code === draft.placement)
  const before = useMemo(() => (ad && isHandedIn(ad) ? draftOf(ad) : undefined), [ad])
  const rules: Rules = { place, isHouse, today: dayOf(new Date()), before }
  const check = { draft: wrongDraft, all: wrongOf }
  const wrong: Wrong[] = asked ? check[asked](draft, rules) : []

  const save = useAct(
    async ({ isSent }: { isSent: boolean }) => {
      const path = `${side}/ads`
      const answer = ad
        ? await api.post<{ ad: Ad }>(`${path}/${ad.id}`, changesOf(draft, ad, isHouse))
        : await api.post<{ ad: Ad }>(path, isHouse ? houseBody(draft) : bodyOf(draft))
      if (!isSent || isHouse || !needsSubmit(answer.ad)) {
        return answer
      }
      // The draft is kept whatever becomes of the second call; its page says what is left to do.
      return api.post<{ ad: Ad }>(`${path}/${answer.ad.id}/submit`).catch((error: unknown) => {
        navigate(`${HOMES[side]}/${answer.ad.id}/edit`, { replace: true })
        throw error
      })
    },
    undefined,
    { onSuccess: (answer) => navigate(`${HOMES[side]}/${answer.ad.id}`) }
  )

  /** Sends the form, or shows what is wrong with it and leads there. */
  const send = (how: "draft" | "all") => {
    const found = check[how](draft, rules)
    setAsked(how)
    if (found.length === 0) {
      save.mutate({ isSent: how === "all" })
      return
    }
    document.getElementById(`step-${found[0].step}`)?.scrollIntoView({ behavior: "smooth" })
  }
  return {
    ad,
    side,
    isHouse,
    draft,
    places,
    place,
    wrong,
    isSaving: save.isPending,
    /** An approved look goes on while the change is looked at. */
    goesOn: !!ad && !isHouse && hasLook(ad),
    set: (change: Partial<AdDraft>) => setDraft((now) => ({ ...now, ...change })),
    choosePlace: (chosen: AdPlacement) => setDraft((now) => withPlacement(now, chosen)),
    send,
  }
}

const isHandedIn = (ad: Ad): boolean => ad.status === "pending" || hasLook(ad)

const needsSubmit = (ad: Ad): boolean =>
  ad.status === "draft" ||
  ad.status === "rejected" ||
  (hasLook(ad) && (ad.next_creative?.status === "draft" || ad.next_creative?.status === "rejected"))
