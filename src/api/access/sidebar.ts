import { MedusaRequest } from "@medusajs/framework/http"
import { CORE_ENTRIES, entryOf, MARKET_PAGES, SHOP_PAGES, ShopPage } from "../../lib/admin-pages"
import { Permission } from "../../modules/company/lib/permissions"
import { Standing } from "../../modules/company/service"

/**
 * The dashboard's sidebar and top bar are layouts that it reads per user. Ours are worked out from what the person may do,
 * at every read: there is no row to keep in step with roles. This hides entries; what is refused is the guard's business.
 */

type Widgets = Record<string, { hidden: boolean }>
type Configuration = { configuration: { widgets: Widgets } }
/** What `GET /admin/layouts/:zone/configuration` answers, as far as it matters here. */
export type LayoutAnswer = {
  personal_configuration: Configuration | null
  default_configuration: Configuration | null
  active_scope: "personal" | "default"
}

export const LAYOUT = /^\/layouts\/(sidebar|topbar)\/configuration$/

const hidden = (entries: string[]): Widgets => Object.fromEntries(entries.map((id) => [id, { hidden: true }]))

const shopEntries = (isWanted: (permission: Permission) => boolean) =>
  (Object.keys(SHOP_PAGES) as ShopPage[])
    .filter((page) => isWanted(SHOP_PAGES[page]))
    .map((page) => entryOf(`/shop/${page}`))

const MARKET_ENTRIES = [entryOf("/market"), ...MARKET_PAGES.map((page) => entryOf(`/market/${page}`))]

/** What a company's person does not see: core pages, the operator's, and those that their role does not open. */
export function memberLayout(zone: string, permissions: Permission[]): LayoutAnswer {
  const entries =
    zone === "topbar"
      ? ["core:Notifications"]
      : [...CORE_ENTRIES, ...MARKET_ENTRIES, ...shopEntries((needed) => !permissions.includes(needed))]
  const personal_configuration = { configuration: { widgets: hidden(entries) } }
  return { personal_configuration, default_configuration: null, active_scope: "personal" }
}

/** An operator's own layout; without a company of their own they do not see the pages of companies. */
export function operatorLayout(zone: string, answer: LayoutAnswer, standing: Standing): LayoutAnswer {
  if (zone !== "sidebar" || standing.memberships.length > 0) {
    return answer
  }
  const widgets = hidden(shopEntries(() => true))
  const add = (own: Configuration | null) => ({
    ...own,
    configuration: { ...own?.configuration, widgets: { ...own?.configuration.widgets, ...widgets } },
  })
  return {
    ...answer,
    personal_configuration: answer.personal_configuration && add(answer.personal_configuration),
    default_configuration: add(answer.default_configuration),
  }
}

/** Permissions in the company that the browser says it works in; a cookie is enough for what only hides entries. */
export function permissionsInHand(req: MedusaRequest, { memberships }: Standing): Permission[] {
  const { bozor_company } = (req as { cookies?: Record<string, string> }).cookies ?? {}
  // Nobody's member yet: somebody whom an invitation waits for.
  const membership = memberships.find(({ company_id }) => company_id === bozor_company) ?? memberships.at(0)
  return membership?.permissions ?? []
}
