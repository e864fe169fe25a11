import { Dispatch, SetStateAction, useEffect, useState } from "react"
import { newId } from "../browser/uuid"
import { emptyBasket, type Basket } from "../lib/basket"
import { useDesk } from "./use-desk"

const fresh = () => emptyBasket(newId())

function readKept(key: string): Basket {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as Basket | null) ?? fresh()
  } catch {
    return fresh()
  }
}

/** The basket of this tab. It survives a reload; one that is in the queue already is not offered again. */
export function useBasket(): [Basket, Dispatch<SetStateAction<Basket>>, () => void] {
  const { company, entries } = useDesk()
  const key = `bozor.pos.basket.${company.membership.id}`
  const [basket, setBasket] = useState(() => {
    const kept = readKept(key)
    const known = entries.find(({ client_id }) => client_id === kept.client_id)
    return known && (known.is_told || known.state !== "refused") ? fresh() : kept
  })
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(basket))
    } catch {
      // A full store only costs the basket its reload.
    }
  }, [key, basket])
  return [basket, setBasket, () => setBasket(fresh())]
}
