import { createContext, useContext } from "react"
import { useQuery } from "@tanstack/react-query"
import type { Permission, Role } from "../../modules/company/lib/permissions"
import { api, ApiError, chooseCompany, chosenCompany } from "./api"

/** What `GET /merchant/me` answers. */
export type Membership = {
  id: string
  company_id: string
  company: {
    id: string
    name: string
    handle: string
    status: "pending" | "active" | "suspended" | "archived"
  }
  /** Null for somebody with a role of the company's own. */
  role: Role | null
  role_id: string | null
  role_name: string | null
  permissions: Permission[]
}
export type Me = {
  user: { id: string; email: string; first_name: string | null; last_name: string | null }
  is_operator: boolean
  memberships: Membership[]
  invitations: Array<{
    id: string
    company_id: string
    company_name: string
    role: Role | null
    role_name: string | null
  }>
}

const ME_KEY = ["bozor-me"]

/** Who is signed in, as the server sees it. */
export function useMe() {
  return useQuery<Me, ApiError>({
    queryKey: ME_KEY,
    queryFn: ({ signal }) => api.get<Me>("/merchant/me", undefined, signal),
    staleTime: 30_000,
    retry: false,
  })
}

/** The membership that this browser works in: the chosen one, or the first. */
export function membershipOf(me: Me | undefined): Membership | undefined {
  const chosen = chosenCompany()
  const membership = me?.memberships.find(({ company_id }) => company_id === chosen) ?? me?.memberships[0]
  if (membership && membership.company_id !== chosen) {
    chooseCompany(membership.company_id)
  }
  return membership
}

export type CompanyInHand = {
  id: string
  name: string
  me: Me
  membership: Membership
  can: (permission: Permission) => boolean
}

export const CompanyContext = createContext<CompanyInHand | null>(null)

/** The company of the page; pages of a company stand inside `ShopPage`, which sees to it. */
export function useCompany(): CompanyInHand {
  const company = useContext(CompanyContext)
  if (!company) {
    throw new Error("useCompany is for pages inside ShopPage")
  }
  return company
}
