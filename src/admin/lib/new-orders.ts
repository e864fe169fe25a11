import { useEffect, useState, useSyncExternalStore } from "react"
import { useQueryClient } from "@tanstack/react-query"
import { api } from "./api"
import { chime, hasSound, keepSound } from "./chime"
import { OrderFeed } from "./order-feed"

const feed = new OrderFeed()

/** Routes that show orders; read anew when one of them changes. */
const SHOWS_ORDERS = /^\/merchant\/(orders|home)/

/**
 * New orders of the company in hand, as they come: how many this person has not seen, whether the news are live, and the
 * sound. For the top bar, on every page; only for those with `order:read`.
 */
export function useNewOrders() {
  const client = useQueryClient()
  const [isLoud, setLoud] = useState(hasSound)
  const { unread, isLive } = useSyncExternalStore(feed.subscribe, () => feed.state)
  useEffect(() => feed.follow())
  useEffect(() => {
    // An order that changes tells several times within a moment.
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAnew = () => {
      clearTimeout(timer)
      timer = setTimeout(
        () =>
          void client.invalidateQueries({
            predicate: ({ queryKey }) => queryKey[0] === "bozor" && SHOWS_ORDERS.test(String(queryKey[2])),
          }),
        300
      )
    }
    let isFirst = true
    const leave = feed.hear(({ event }) => {
      if (event === "order") {
        readAnew()
      }
      if (event === "more" && !isFirst) {
        readAnew()
        if (hasSound()) {
          chime()
        }
      }
      // What was unread before the page was opened is no news.
      isFirst = isFirst && event !== "unread"
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [client])
  return {
    unread,
    isLive,
    isLoud,
    setLoud: (next: boolean) => {
      keepSound(next)
      setLoud(next)
      if (next) {
        chime()
      }
    },
  }
}

/** The list of orders is open: what it shows is not new any more. */
export async function markOrdersSeen(): Promise<void> {
  feed.seen()
  await api.post("/merchant/orders/seen").catch(() => undefined)
}
