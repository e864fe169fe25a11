import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useEffect } from "react"
import { useQueryClient } from "@tanstack/react-query"
import { useLocation, useNavigate } from "react-router-dom"
import { LanguageChoice } from "../components/language-choice"
import { UnsentNotice } from "../components/unsent-sales"
import { throughGate } from "../lib/gate"

type From = { pathname: string; search?: string }

/** On the sign-in page: the language, and the way through the gate for whoever signs in. */
const SignIn = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { state } = useLocation() as { state: { from?: From } | null }
  useEffect(() => {
    // Nothing that was read for one person may be shown to the next.
    client.removeQueries({ queryKey: ["bozor"] })
    client.removeQueries({ queryKey: ["bozor-me"] })
    // Nor what the cash desk's worker keeps for a reload without a connection.
    void globalThis.caches?.delete("bozor-desk-answers").catch(() => false)
  }, [client])
  useEffect(() => {
    const from = state?.from?.pathname
    if (!from?.startsWith("/shop/") && !from?.startsWith("/market")) {
      const [pathname, search] = throughGate(from).split("?")
      navigate("/login", { replace: true, state: { from: { pathname: `${pathname}?${search}` } } })
    }
  }, [state, navigate])
  return (
    <>
      <div className="fixed end-4 top-4">
        <LanguageChoice />
      </div>
      <UnsentNotice />
    </>
  )
}

export const config = defineWidgetConfig({ zone: "login.before" })

export default SignIn
