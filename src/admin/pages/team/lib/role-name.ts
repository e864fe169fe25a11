import type { Role } from "../../../../modules/company/lib/permissions"
import type { useText } from "../../../lib/text"

/** The name of a role: the company's own as it was written, a built-in one in the reader's language. */
export function roleName(
  t: ReturnType<typeof useText>["t"],
  { role, role_name }: { role: Role | null; role_name: string | null }
): string {
  return role ? t(`shell.roles.${role}`) : (role_name ?? "")
}
