import { useCallback, useEffect, useState } from "react"
import { api, ApiError, chosenCompany } from "../../../lib/api"
import { keepShift, readShift } from "../browser/kept"
import type { Shift } from "../lib/types"

export type ShiftInHand = {
  /** undefined: not known yet; null: none is open. */
  shift: Shift | null | undefined
  error: unknown
  reload: () => Promise<void>
}

/** My open shift: from the server, or, out of its reach, as it was when the server was last asked. */
export function useShift(companyId: string, memberId: string, isOnline: boolean): ShiftInHand {
  const [shift, setShift] = useState<Shift | null>()
  const [error, setError] = useState<unknown>(null)

  const reload = useCallback(async () => {
    try {
      const answer = await api.get<{ shift: Shift | null }>("/merchant/pos/shift")
      if (chosenCompany() === companyId) {
        setShift(answer.shift)
        setError(null)
        await keepShift(companyId, memberId, answer.shift)
      }
    } catch (failure) {
      const isOut = !(failure instanceof ApiError) || failure.status === 0 || failure.status >= 500
      const kept = isOut || failure.status === 401 ? await readShift(companyId, memberId) : undefined
      setShift((known) => known ?? kept)
      setError(failure)
    }
  }, [companyId, memberId])

  useEffect(() => void reload(), [reload, isOnline])
  return { shift, error, reload }
}
