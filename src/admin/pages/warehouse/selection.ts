import { useMemo, useState } from "react"
import type { Listing } from "./types"

/** The server takes so many at once. */
export const MAX_SELECTED = 500

/** Goods chosen for one change of all, kept while the pages of the list are turned. */
export function useSelection() {
  const [chosen, setChosen] = useState<Map<string, Listing>>(new Map())
  return useMemo(() => {
    const hasAll = (listings: Listing[]) => listings.length > 0 && listings.every(({ id }) => chosen.has(id))
    const put = (listings: Listing[], isIn: boolean) => {
      const next = new Map(chosen)
      for (const listing of listings) {
        if (!isIn) {
          next.delete(listing.id)
        } else if (next.size < MAX_SELECTED) {
          next.set(listing.id, listing)
        }
      }
      setChosen(next)
    }
    return {
      listings: [...chosen.values()],
      has: (id: string) => chosen.has(id),
      hasAll,
      toggle: (listing: Listing) => put([listing], !chosen.has(listing.id)),
      toggleAll: (listings: Listing[]) => put(listings, !hasAll(listings)),
      clear: () => setChosen(new Map()),
      /** Only these stay chosen. */
      keep: (ids: string[]) => setChosen(new Map([...chosen].filter(([id]) => ids.includes(id)))),
    }
  }, [chosen])
}

export type Selection = ReturnType<typeof useSelection>
