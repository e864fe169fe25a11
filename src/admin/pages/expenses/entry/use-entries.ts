import { useRef, useState } from "react"
import { useQueryClient } from "@tanstack/react-query"
import { api, ApiError } from "../../../lib/api"
import { newId } from "../../pos/browser/uuid"
import { formOf } from "../lib/files"
import { BudgetNews, Expense, ExpenseBody } from "../lib/types"
import { useLeaving } from "./use-leaving"

/**
 * An expense on its way. `unsure`: no answer came, so it is sent again under the same id and the server writes it once;
 * `refused`: the server said no and nothing was written; `filesFailed`: written, but its files were not taken.
 */
export type Entry = {
  client_id: string
  body: ExpenseBody
  files: File[]
  state: "saving" | "saved" | "unsure" | "refused" | "filesFailed"
  expense?: Expense
  budget?: BudgetNews
  error?: ApiError
}

/** As many saved ones stay in sight. */
const SHOWN = 3

const isUnsure = (error: ApiError) => error.status === 0 || error.status >= 500

/** Expenses are sent one after another while the next one is typed already. */
export function useEntries() {
  const client = useQueryClient()
  const [entries, setEntries] = useState<Entry[]>([])
  const line = useRef(Promise.resolve())
  const set = (id: string, change: Partial<Entry>) =>
    setEntries((now) => now.map((entry) => (entry.client_id === id ? { ...entry, ...change } : entry)))

  const send = async (entry: Entry): Promise<void> => {
    const { client_id, body, files } = entry
    set(client_id, { state: "saving", error: undefined })
    let expense = entry.expense
    try {
      if (!expense) {
        const saved = await api.post<{ expense: Expense; budget?: BudgetNews }>("/merchant/expenses", {
          ...body,
          client_id,
        })
        expense = saved.expense
        set(client_id, saved)
      }
      if (files.length > 0) {
        await api.upload(`/merchant/expenses/${expense.id}/attachments`, formOf(files))
      }
      set(client_id, { state: "saved", files: [] })
    } catch (reason) {
      const error = reason as ApiError
      set(client_id, { error, state: expense ? "filesFailed" : isUnsure(error) ? "unsure" : "refused" })
    }
    void client.invalidateQueries({ queryKey: ["bozor"] })
  }
  const queue = (entry: Entry) => {
    line.current = line.current.then(() => send(entry))
  }

  useLeaving(
    entries.some(({ state }) => state !== "saved"),
    // What is being sent goes on being sent when another page of ours is opened.
    entries.some(({ state }) => state !== "saved" && state !== "saving")
  )

  return {
    entries,
    add: (body: ExpenseBody, files: File[]) => {
      const entry: Entry = { client_id: newId(), body, files, state: "saving" }
      // What is not settled stays in sight, however much is written after it.
      setEntries((now) => [
        entry,
        ...now.filter(({ state }, index) => state !== "saved" || index < SHOWN - 1),
      ])
      queue(entry)
    },
    again: queue,
    forget: (id: string) => setEntries((now) => now.filter(({ client_id }) => client_id !== id)),
  }
}
