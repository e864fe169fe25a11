import type { Permission } from "../../../../modules/company/lib/permissions"
import type { TextKey } from "../../../i18n/languages"

/** Permissions as a shop's owner thinks of them: by the part of the shop that they open. */
export const GROUPS = {
  company: ["company:read", "company:write", "company:requisites", "access:read", "access:write"],
  people: ["member:read", "member:write"],
  goods: ["listing:read", "listing:write", "listing:cost"],
  orders: ["order:read", "order:confirm", "order:cancel", "order:fulfill", "order:refund"],
  pos: ["pos:sell", "pos:discount", "pos:return", "pos:manage"],
  money: ["finance:read", "expense:read", "expense:write", "expense:approve", "expense:manage"],
  market: ["ad:read", "ad:write", "review:read", "review:reply"],
} as const satisfies Record<string, readonly Permission[]>

export type Group = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as Group[]

type Named = (typeof GROUPS)[Group][number]
type Underscored<Name extends string> = Name extends `${infer A}:${infer B}` ? `${A}_${B}` : Name

/** The text of a permission. One that the table of groups lacks does not compile. */
export function textOf(permission: Permission): TextKey {
  const name: Named = permission
  return `team.permission.${name.replace(":", "_") as Underscored<Named>}`
}
