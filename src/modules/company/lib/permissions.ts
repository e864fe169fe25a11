/** Roles inside a company (business rule 6). Platform roles are separate. */
export const ROLES = ["owner", "manager", "cashier", "warehouse", "accountant", "marketer"] as const
export type Role = (typeof ROLES)[number]

/** Everything a company's person may be allowed to do. One table: the guard, the answers of `me` and the tests use it. */
export const PERMISSIONS = {
  "company:read": ["owner", "manager", "cashier", "warehouse", "accountant", "marketer"],
  "company:write": ["owner", "manager"],
  "company:requisites": ["owner", "accountant"],
  "member:read": ["owner", "manager"],
  "member:write": ["owner"],
  "listing:read": ["owner", "manager", "cashier", "warehouse", "accountant", "marketer"],
  "listing:write": ["owner", "manager", "warehouse"],
  "listing:cost": ["owner", "manager", "warehouse", "accountant"],
  "order:read": ["owner", "manager", "cashier", "warehouse", "accountant"],
  "order:confirm": ["owner", "manager", "cashier"],
  "order:cancel": ["owner", "manager"],
  "order:fulfill": ["owner", "manager", "warehouse"],
  "order:refund": ["owner", "manager"],
  "pos:sell": ["owner", "manager", "cashier"],
  "pos:discount": ["owner", "manager"],
  "pos:return": ["owner", "manager", "cashier"],
  "pos:manage": ["owner", "manager"],
  "finance:read": ["owner", "accountant"],
  "expense:read": ["owner", "manager", "accountant"],
  "expense:write": ["owner", "manager", "accountant"],
  "expense:approve": ["owner", "manager"],
  "expense:manage": ["owner", "accountant"],
  "ad:read": ["owner", "manager", "accountant", "marketer"],
  "ad:write": ["owner", "manager", "marketer"],
  "review:read": ["owner", "manager", "cashier", "warehouse", "marketer"],
  "review:reply": ["owner", "manager", "marketer"],
  "access:read": ["owner", "manager"],
  "access:write": ["owner"],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

/** Whether a role holds a permission. */
export function can(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role)
}

/** All permissions of a role, in the order of the table. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => can(role, permission))
}
