import { createContext, useContext } from "react"
import { useSearchParams } from "react-router-dom"
import { Query } from "../../lib/api"
import { dayOf } from "../../lib/format"
import { useApi } from "../../lib/query"
import { Chosen, readChosen, writeChosen } from "./lib/period"

export const VIEWS = ["profit", "cash", "goods", "parts"] as const
export type View = (typeof VIEWS)[number]

/** Whose figures a page shows: a company's own, or those of the market, all together or of one company. */
export type Source = {
  base: "/merchant/finance" | "/admin/finance"
  /** Goes with every question. */
  scope: { company_id?: string }
  /** The company that the operator looks at. */
  companyName?: string
  /** Whether the reader sees what goods cost, and so the profit. */
  hasCost: boolean
}

export const SourceContext = createContext<Source>({
  base: "/merchant/finance",
  scope: {},
  hasCost: false,
})

/** Whose figures these are; the operator sees them without ways into a company's own pages. */
export function useSource() {
  const source = useContext(SourceContext)
  return { ...source, isMarket: source.base === "/admin/finance" }
}

/** The address as it is, not as it was when the page was last drawn: two presses in a row would lose the first. */
const inAddressBar = () => new URLSearchParams(window.location.search)

/** The chosen period, comparison and view, which the address bar holds. */
export function useChosen() {
  const [params, setParams] = useSearchParams()
  const chosen = readChosen(params, dayOf(new Date()))
  const change = (part: Parameters<typeof writeChosen>[1]) => setParams(writeChosen(inAddressBar(), part))
  const set = (name: string, value: string) => {
    const next = inAddressBar()
    if (value) {
      next.set(name, value)
    } else {
      next.delete(name)
    }
    setParams(next)
  }
  const view = VIEWS.find((name) => name === params.get("view")) ?? "profit"
  return {
    chosen,
    change,
    set,
    view,
    company_id: params.get("company_id") ?? "",
    /** What the revenue is divided by. */
    divide: params.get("divide"),
  }
}

/** Reads figures of the chosen days. */
export function useFigures<T>(chosen: Chosen, path: string, query: Query = {}) {
  const { base, scope } = useSource()
  return useApi<T>(`${base}/${path}`, { from: chosen.from, to: chosen.to, ...scope, ...query })
}
