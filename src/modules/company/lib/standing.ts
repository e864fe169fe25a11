import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"
import { Permission, Role } from "./permissions"
import { permissionsOfMember } from "./roles"
import { CompanyStatus } from "./status"

export type Membership = {
  member_id: string
  company_id: string
  /** Null for somebody with a role of the company's own, which `role_id` and `role_name` tell then. */
  role: Role | null
  role_id: string | null
  role_name: string | null
  permissions: Permission[]
  company_name: string
  company_handle: string
  company_status: CompanyStatus
}

/** What the guard needs to know of a signed-in user. */
export type Standing = {
  is_operator: boolean
  /** Whether an invitation waits for the user's address; it gives nothing but the page where it is accepted. */
  is_invited: boolean
  memberships: Membership[]
}

type Row = { is_operator: boolean; is_invited: boolean } & (
  (Omit<Membership, "permissions"> & { role_permissions: string[] | null }) | { member_id: null }
)

/**
 * Operator grant and active memberships of a user, in one statement. It starts from Medusa's own table of users, because
 * a token outlives its account: a user who was deleted stands nowhere.
 */
export async function selectStanding(context: Context, userId: string): Promise<Standing> {
  const rows = await sql<Row>(
    context,
    `select o.id is not null as is_operator,
            exists (select 1 from company_member i
                     where i.email = u.email and i.status = 'invited' and i.deleted_at is null) as is_invited,
            m.id as member_id, m.company_id, case when m.role_id is null then m.role end as role, m.role_id,
            r.name as role_name, r.permissions as role_permissions,
            c.name as company_name, c.handle as company_handle, c.status as company_status
       from "user" u
       left join market_operator o on o.user_id = u.id and o.deleted_at is null
       left join company_member m on m.user_id = u.id and m.status = 'active' and m.deleted_at is null
       left join company_role r on r.id = m.role_id and r.company_id = m.company_id and r.deleted_at is null
       left join company c on c.id = m.company_id and c.deleted_at is null
      where u.id = ? and u.deleted_at is null
      order by m.created_at, m.id`,
    [userId]
  )
  return {
    is_operator: rows[0]?.is_operator ?? false,
    is_invited: rows[0]?.is_invited ?? false,
    memberships: rows.flatMap((row) => (row.member_id === null ? [] : [membershipOf(row)])),
  }
}

function membershipOf(row: Exclude<Row, { member_id: null }>): Membership {
  const { is_operator: _, is_invited: __, role_permissions, ...membership } = row
  return { ...membership, permissions: permissionsOfMember({ ...membership, role_permissions }) }
}
