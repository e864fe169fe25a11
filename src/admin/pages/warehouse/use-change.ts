import { useCallback, useRef } from "react"
import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { api, ApiError } from "../../lib/api"
import { keyOf } from "../../lib/query"
import { useText } from "../../lib/text"
import { withListing } from "./lib/cache"
import type { ListingDetail } from "./types"

export const LISTINGS = "/merchant/listings"
/** An offer to undo stays for a while; at the foot it would lie over the buttons of drawers and of the chosen goods. */
export const SAID_AT = "top-center"

export type Change = {
  id: string
  patch: object
  /** The patch that brings back what was; without it nothing can be undone. */
  back?: object
  /** What to tell when it worked. */
  said: string
  /** Hears a failure first; `true` means that it has been dealt with. */
  onFailure?: (error: ApiError, patch: object) => boolean
}

/** Puts an answered listing into everything that was read of this company; whatever else was read counts as old. */
export function useRemember() {
  const client = useQueryClient()
  return useCallback(
    (listing: ListingDetail) => {
      client.setQueriesData({ queryKey: keyOf("").slice(0, 2) }, (read: unknown) =>
        withListing(read, listing)
      )
      void client.invalidateQueries({ queryKey: ["bozor"], refetchType: "none" })
    },
    [client]
  )
}

/**
 * Changes of listings, one after another in the order in which they were made, each with an offer to undo it. Answers
 * `false` when it failed, after telling why.
 */
export function useChange() {
  const { t, explain } = useText()
  const remember = useRemember()
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback(
    (id: string, patch: object) => {
      const sent = queue.current.then(async () => {
        const { listing } = await api.post<{ listing: ListingDetail }>(`${LISTINGS}/${id}`, patch)
        remember(listing)
      })
      queue.current = sent.catch(() => undefined)
      return sent
    },
    [remember]
  )

  return useCallback(
    async function change({ id, patch, back, said, onFailure }: Change): Promise<boolean> {
      try {
        await send(id, patch)
      } catch (error) {
        if (!onFailure?.(error as ApiError, patch)) {
          toast.error(explain(error))
        }
        return false
      }
      const undo = back && {
        label: t("words.undo"),
        altText: t("words.undo"),
        onClick: () => void change({ id, patch: back, said: t("warehouse.undone"), onFailure }),
      }
      toast.success(said, { action: undo, duration: undo ? 8000 : 3000, position: SAID_AT })
      return true
    },
    [send, explain, t]
  )
}
