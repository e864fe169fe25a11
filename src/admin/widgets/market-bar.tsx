import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useEffect } from "react"
import { useBlocker, useLocation, useNavigate } from "react-router-dom"
import { CompanyChoice } from "../components/company-choice"
import { LanguageChoice } from "../components/language-choice"
import { MemberStyle } from "../components/member-style"
import { OrdersBell } from "../components/orders-bell"
import { membershipOf, useMe } from "../lib/company"
import { detour, isMemberOnly, leadAwayFromCorePages, remember } from "../lib/gate"

declare const __BASE__: string | undefined

leadAwayFromCorePages((typeof __BASE__ === "string" ? __BASE__ : "/app").replace(/\/$/, ""))

/** In the top bar of every page: company and language; and the guide who leads people away from what is not theirs. */
const MarketBar = () => {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { data: me } = useMe()
  const blocker = useBlocker(({ nextLocation }) => !!me && detour(nextLocation.pathname, me) !== null)

  useEffect(() => {
    if (blocker.state === "blocked" && me) {
      const to = detour(blocker.location.pathname, me)
      blocker.reset()
      navigate(to ?? "/", { replace: true })
    }
  }, [blocker, me, navigate])

  useEffect(() => {
    if (me) {
      remember(me)
      const to = detour(pathname, me)
      if (to) {
        navigate(to, { replace: true })
      }
    }
  }, [me, pathname, navigate])

  return (
    <div className="flex min-w-0 items-center gap-x-2">
      {me && isMemberOnly(me) && <MemberStyle />}
      {membershipOf(me)?.permissions.includes("order:read") && <OrdersBell />}
      {me && <CompanyChoice me={me} />}
      <LanguageChoice />
    </div>
  )
}

export const config = defineWidgetConfig({ zone: "topbar" })

export default MarketBar
