import { isOurPage } from "../../lib/admin-pages"
import { Me } from "./company"

/**
 * The one place that decides which pages of the dashboard somebody is led to. The server refuses core routes to a
 * company's people whatever happens here (`src/api/access/admin-guard.ts`); this spares them pages that would only fail.
 * How it hooks in without touching the dashboard: docs/decisions/0012-company-pages-in-the-dashboard.md.
 */

const MEMBER_KEY = "bozor.member"
export const HOME = "/shop/home"
export const NOT_YOURS = "/shop/not-yours"
const ENTER = "/shop/enter"
/** Where the dashboard leads after signing in, when nobody asked for a page. */
const AFTER_SIGN_IN = ["/", "/orders"]

/** Pages without a signed-in person. */
const isPublic = (path: string) => /^\/(login|reset-password|invite)(\/|$)/.test(path)

/** Whether the pages of Medusa's own are not for this person. */
export const isMemberOnly = (me: Me): boolean => !me.is_operator

/** Remembers between visits that this browser belongs to a company's person. */
export function remember(me: Me): void {
  if (isMemberOnly(me)) {
    localStorage.setItem(MEMBER_KEY, "1")
  } else {
    localStorage.removeItem(MEMBER_KEY)
  }
}

/** Where a person is led instead of a page; null when the page is theirs. */
export function detour(path: string, me: Me): string | null {
  if (!isMemberOnly(me) || isOurPage(path) || isPublic(path)) {
    return null
  }
  return AFTER_SIGN_IN.includes(path) ? HOME : NOT_YOURS
}

/** Where signing in leads: through the gate, which knows who it was. */
export const throughGate = (from: string | undefined): string =>
  from && isOurPage(from) ? from : `${ENTER}?to=${encodeURIComponent(from ?? "/")}`

/** Where the gate leads on to. */
export function afterGate(to: string, me: Me): string {
  const wanted = to.startsWith("/") && !to.startsWith("//") ? to : "/"
  return detour(wanted, me) ?? (wanted === "/" ? "/orders" : wanted)
}

/**
 * Runs when the dashboard's code is loaded, before its router reads the address: a company's person who typed the address
 * of a core page gets ours instead, and nothing of that page is fetched.
 * @param base where the dashboard is served, "/app"
 */
export function leadAwayFromCorePages(base: string): void {
  const { pathname } = window.location
  const path = pathname.startsWith(base) ? pathname.slice(base.length) || "/" : null
  if (path === null || localStorage.getItem(MEMBER_KEY) !== "1" || isOurPage(path) || isPublic(path)) {
    return
  }
  window.history.replaceState(null, "", `${base}${AFTER_SIGN_IN.includes(path) ? HOME : NOT_YOURS}`)
}
