import { useEffect, useState } from "react"
import { noteUnsent } from "../../../lib/unsent"
import { forgetStale, keepForGood, onQueueChange, readQueue } from "../browser/kept"
import type { Link } from "../browser/link"
import type { QueueSender } from "../browser/sender"
import type { Entry } from "../lib/queue"

const BEAT_MS = 2_000

/** The sales of this browser as they stand, in every tab; undefined until they have been read. */
export function useQueue(companyId: string): Entry[] | undefined {
  const [entries, setEntries] = useState<Entry[]>()
  useEffect(() => {
    let isGone = false
    const read = () =>
      void readQueue(companyId).then((all) => {
        noteUnsent(companyId, all.filter(({ state }) => state === "waiting").length)
        if (!isGone) {
          setEntries(all.sort((a, b) => b.made_at - a.made_at))
        }
      })
    const stop = onQueueChange(companyId, read)
    keepForGood()
    void forgetStale(companyId).then(read, read)
    return () => {
      isGone = true
      stop()
    }
  }, [companyId])
  return entries
}

/** Sends what waits, again and again, while the page is open. */
export function useSending(sender: QueueSender, link: Link): void {
  useEffect(() => {
    const stopLink = link.start()
    const flush = () => void sender.flush()
    const stopListening = link.subscribe(flush)
    const timer = setInterval(flush, BEAT_MS)
    flush()
    return () => {
      stopLink()
      stopListening()
      clearInterval(timer)
    }
  }, [sender, link])
}
