import { useRef, useState } from "react"
import { toast } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { beep } from "../browser/beep"
import { changeEntry, withdraw } from "../browser/kept"
import type { Basket } from "../lib/basket"
import type { Paid, PayMode } from "../lib/payment"
import { see } from "../lib/queue"
import type { SaleResult } from "../lib/types"
import { useDesk } from "./use-desk"

/** The window over the counter. */
export type Over =
  | { kind: "discount" }
  | { kind: "pay"; mode: PayMode }
  | { kind: "sold"; client_id: string; change: number }
  | { kind: "refused"; result: SaleResult }
  | null

/** From payment to "sold" or "not sold"; one at a time, however often Enter is pressed. */
export function useSelling(basket: Basket, onSold: () => void) {
  const { t } = useText()
  const desk = useDesk()
  const [over, setOver] = useState<Over>(null)
  const [isBusy, setBusy] = useState(false)
  const isSelling = useRef(false)

  const sell = async (paid: Paid, change: number): Promise<void> => {
    if (isSelling.current) {
      return
    }
    isSelling.current = true
    setBusy(true)
    try {
      const { company } = desk
      const entry = await desk.sell(basket, paid)
      if (entry.state === "refused" && !entry.is_told) {
        await withdraw(company.id, entry.client_id)
        beep("bad")
        setOver({ kind: "refused", result: entry.answer! })
        desk.goods.refresh()
        return
      }
      if (entry.state === "done") {
        await changeEntry(company.id, entry.client_id, see)
      }
      onSold()
      setOver({ kind: "sold", client_id: entry.client_id, change })
    } catch {
      beep("bad")
      toast.error(t("pos.notKept"))
    } finally {
      isSelling.current = false
      setBusy(false)
    }
  }
  return { over, setOver, isBusy, sell }
}
