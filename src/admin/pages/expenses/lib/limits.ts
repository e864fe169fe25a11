import { readMoney, typedOf } from "./amount"
import { Policy } from "./types"

/** Limits of roles as they are typed: an empty line is no limit for the owner, and none of one's own for the others. */
export type Typed = Record<string, string>

const OWNER = "owner"

export const typedLimits = ({ roles }: Policy): Typed =>
  Object.fromEntries(roles.map(({ role, limit }) => [role, limit === null ? "" : typedOf(limit)]))

/** "0", "", or an amount of whole so'm. */
export const isLimit = (typed: string): boolean =>
  /^\s*0?\s*$/.test(typed) || Number.isInteger(readMoney(typed))

/** What is sent: a role that is left empty is not named. */
export function limitsOf(typed: Typed): Policy["limits"] {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, text]) => text.trim())
      .map(([role, text]) => [role, readMoney(text) ?? 0])
  )
}

export const isOwner = (role: string): boolean => role === OWNER
