import { useEffect, useRef, useState } from "react"
import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { api, ApiError } from "../../../../lib/api"
import { useText } from "../../../../lib/text"
import { Case, CASES } from "./types"

export type Decision = { verb: "approve" | "reject"; reason?: string }

/** What was read and decided: a review whose author has changed it since is another case. */
const keyOf = ({ id, revision }: Case) => `${id}:${revision}`
/** Fewer than these on the desk, and more are fetched. */
const FEW = 10

/**
 * The queue in hand: which review is chosen, and what becomes of it. What is decided leaves the page at once and the next is
 * chosen, while the server is told; when it refuses, the review comes back. The list is read anew when the hands rest, and
 * before the desk is empty.
 * @param count how many wait in all, as far as the list knew
 */
export function useDesk(cases: Case[], count: number) {
  const client = useQueryClient()
  const { explain } = useText()
  const [gone, setGone] = useState<Set<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = cases.filter((one) => !gone.has(keyOf(one)))
  const found = waiting.findIndex(({ id }) => id === chosen)
  const at = found < 0 ? 0 : found
  const left = Math.max(0, count - (cases.length - waiting.length))
  const isShort = waiting.length < FEW && left > waiting.length

  const readAnew = () => void client.invalidateQueries({ queryKey: ["bozor"] })
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (isShort) {
      readAnew()
    }
  }, [isShort, cases])

  const take = (key: string, isGone: boolean) =>
    setGone((now) => new Set(isGone ? [...now, key] : [...now].filter((one) => one !== key)))
  const decide = async (one: Case, { verb, reason }: Decision) => {
    const place = waiting.indexOf(one)
    setChosen(waiting[place + 1]?.id ?? waiting[place - 1]?.id ?? null)
    take(keyOf(one), true)
    try {
      await api.post(`${CASES}/${one.id}/${verb}`, { revision: one.revision, ...(reason && { reason }) })
    } catch (error) {
      take(keyOf(one), false)
      toast.error(explain(error as ApiError))
    }
    clearTimeout(timer.current)
    timer.current = setTimeout(readAnew, 2000)
  }
  const move = (step: number) => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + step))]
    if (next) {
      setChosen(next.id)
    }
  }
  return { waiting, current: waiting[at], left, done: gone.size, choose: setChosen, move, decide }
}
