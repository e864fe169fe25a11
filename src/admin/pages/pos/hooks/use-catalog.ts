import { useCallback, useEffect, useRef, useState } from "react"
import { api, chosenCompany } from "../../../lib/api"
import { keepSnapshot, readSnapshot } from "../browser/kept"
import { indexOf, type Catalog } from "../lib/find"
import type { CatalogVariant } from "../lib/types"

const PAGE = 1_000
const FRESH_MS = 5 * 60_000

export type Goods = { catalog: Catalog; fetchedAt: number; isFetching: boolean; refresh: () => void }

/** All pages of the snapshot. Another tab may choose another company between two pages: then nothing is kept. */
async function fetchAll(companyId: string): Promise<CatalogVariant[]> {
  const variants: CatalogVariant[] = []
  let after: string | undefined
  do {
    const page = await api.get<{ variants: CatalogVariant[]; next: string | null }>("/merchant/pos/catalog", {
      after,
      limit: PAGE,
    })
    if (chosenCompany() !== companyId) {
      throw new Error("another company was chosen meanwhile")
    }
    variants.push(...page.variants)
    after = page.next ?? undefined
  } while (after)
  return variants
}

/** The goods as they were last read, from this browser at once and from the server whenever it can be reached. */
export function useCatalog(companyId: string, isOnline: boolean): Goods {
  const [state, setState] = useState({ catalog: indexOf([]), fetchedAt: 0 })
  const [isFetching, setFetching] = useState(false)
  const isBusy = useRef(false)

  const refresh = useCallback(async () => {
    if (isBusy.current) {
      return
    }
    isBusy.current = true
    setFetching(true)
    const fetchedAt = Date.now()
    try {
      const variants = await fetchAll(companyId)
      setState({ catalog: indexOf(variants), fetchedAt })
      await keepSnapshot(companyId, { variants, fetchedAt })
    } catch {
      // The old snapshot goes on; its age is on the screen.
    } finally {
      isBusy.current = false
      setFetching(false)
    }
  }, [companyId])

  useEffect(() => {
    void readSnapshot(companyId).then((kept) => {
      if (kept) {
        setState((now) =>
          now.fetchedAt > kept.fetchedAt
            ? now
            : { catalog: indexOf(kept.variants), fetchedAt: kept.fetchedAt }
        )
      }
    })
  }, [companyId])

  useEffect(() => {
    if (!isOnline) {
      return
    }
    void refresh()
    const timer = setInterval(() => void refresh(), FRESH_MS)
    return () => clearInterval(timer)
  }, [isOnline, refresh])

  return { ...state, isFetching, refresh: () => void refresh() }
}
