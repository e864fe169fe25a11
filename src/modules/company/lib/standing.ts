import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"
import { Role } from "./permissions"
import { CompanyStatus } from "./status"

type Membership = {
  member_id: string
  company_id: string
  role: Role
  company_name: string
  company_handle: string
  company_status: CompanyStatus
}

/** What the guard needs to know of a signed-in user. */
export type Standing = { is_operator: boolean; memberships: Membership[] }

/**
 * Operator grant and active memberships of a user, in one statement. It starts from Medusa's own table of users, because
 * a token outlives its account: a user who was deleted stands nowhere.
 */
export async function selectStanding(context: Context, userId: string): Promise<Standing> {
  const rows = await sql<{ is_operator: boolean } & (Membership | { member_id: null })>(
    context,
    `select o.id is not null as is_operator, m.id as member_id, m.company_id, m.role,
            c.name as company_name, c.handle as company_handle, c.status as company_status
       from "user" u
       left join market_operator o on o.user_id = u.id and o.deleted_at is null
       left join company_member m on m.user_id = u.id and m.status = 'active' and m.deleted_at is null
       left join company c on c.id = m.company_id and c.deleted_at is null
      where u.id = ? and u.deleted_at is null
      order by m.created_at, m.id`,
    [userId]
  )
  return {
    is_operator: rows[0]?.is_operator ?? false,
    memberships: rows.flatMap(({ is_operator: _, ...row }) =>
      row.member_id === null ? [] : [row as Membership]
    ),
  }
}
