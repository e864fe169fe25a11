import { Dispatch, SetStateAction, useState } from "react"
import { toast } from "@medusajs/ui"
import { api } from "../../../lib/api"
import { useText } from "../../../lib/text"
import { beep } from "../browser/beep"
import { addTo, isFull, setQuantity, type Basket } from "../lib/basket"
import { find, findExact, readTyped } from "../lib/find"
import type { CatalogVariant } from "../lib/types"
import { useDesk } from "./use-desk"

/** What the scan field does with what was typed or scanned. */
export function useAdding(basket: Basket, setBasket: Dispatch<SetStateAction<Basket>>) {
  const { t } = useText()
  const { goods, isOnline } = useDesk()
  const [typed, setTyped] = useState("")
  const [chosen, setChosen] = useState(0)
  const { code, pieces } = readTyped(typed)
  const found = code.length < 2 ? [] : find(goods.catalog, code)

  const type = (text: string) => {
    setTyped(text)
    setChosen(0)
  }
  const add = (variant: CatalogVariant, count: number | null) => {
    if (isFull(basket, variant)) {
      beep("bad")
      toast.error(t("pos.basketFull"))
      return
    }
    setBasket((now) => addTo(now, variant, count ?? 1))
    beep("good")
    type("")
  }
  const miss = (what: string) => {
    beep("bad")
    toast.error(t("pos.notFound", { code: what }))
    setTyped((now) => (readTyped(now).code === what ? "" : now))
  }

  /** The server may know what the snapshot does not yet. */
  const ask = async (what: string, count: number | null) => {
    try {
      const { variants } = await api.get<{ variants: CatalogVariant[] }>("/merchant/pos/scan", { code: what })
      if (variants.length === 1) {
        add(variants[0], count)
        goods.refresh()
      } else {
        miss(what)
      }
    } catch {
      miss(what)
    }
  }

  /** Enter, or a scanner that has ended its code with it. */
  const enter = (text: string) => {
    const read = readTyped(text)
    if (!read.code) {
      if (read.pieces !== null) {
        setBasket((now) => setQuantity(now, read.pieces!))
        type("")
      }
      return
    }
    const exact = findExact(goods.catalog, read.code)
    if (exact.length === 1) {
      return add(exact[0], read.pieces)
    }
    const byName = exact.length > 0 ? exact : find(goods.catalog, read.code)
    if (byName.length > 0) {
      return add(byName[Math.min(chosen, byName.length - 1)], read.pieces)
    }
    return isOnline ? void ask(read.code, read.pieces) : miss(read.code)
  }

  const move = (step: number) => setChosen((now) => Math.max(0, Math.min(found.length - 1, now + step)))
  return { typed, type, found, chosen, move, enter, pick: (variant: CatalogVariant) => add(variant, pieces) }
}
