import { Context } from "@medusajs/framework/types"
import { notFound } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import { CompanyErrors } from "../errors"
import { Permission, Role } from "./permissions"
import { lockCompany, storedRole } from "./role-rows"
import { RoleChoice } from "./roles"

export type MemberStatus = "invited" | "active" | "suspended" | "removed"
export type MemberBefore = {
  id: string
  role: Role
  role_id: string | null
  status: MemberStatus
  user_id: string | null
  invite_id: string | null
}
export type MemberChange = Partial<RoleChoice> & { status?: "active" | "suspended" | "removed" }

export type MemberView = {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  /** Null for somebody with a role of the company's own. */
  role: Role | null
  role_id: string | null
  role_name: string | null
  status: MemberStatus
  user_id: string | null
  created_at: Date
}

/** An owner who counts: in office, and with the built-in role. */
function isOwner(row: { role: string; role_id: string | null; status: string }): boolean {
  return row.role === "owner" && row.role_id === null && row.status === "active"
}

/** Changes a member under the lock of the company's row; see `CompanyModuleService.changeMember`. */
export async function changeMember(
  context: Context,
  input: {
    company_id: string
    member_id: string
    change: MemberChange
    held?: readonly Permission[] | null
  }
): Promise<MemberBefore> {
  await lockCompany(context, input.company_id)
  const members = await sql<MemberBefore>(
    context,
    `select id, role, role_id, status, user_id, invite_id from company_member
      where company_id = ? and status <> 'removed' and deleted_at is null`,
    [input.company_id]
  )
  const member = members.find(({ id }) => id === input.member_id)
  if (!member) {
    throw notFound("Member", input.member_id)
  }
  const { status = member.status, role, role_id } = input.change
  if (member.status === "invited" && (status === "active" || status === "suspended")) {
    throw CompanyErrors.stillInvited()
  }
  const wanted =
    role === undefined && role_id === undefined
      ? { role: member.role, role_id: member.role_id }
      : await storedRole(context, input.company_id, { role, role_id } as RoleChoice, input.held ?? null)
  const hasOtherOwner = members.some((row) => row.id !== member.id && isOwner(row))
  if (isOwner(member) && !isOwner({ ...wanted, status }) && !hasOtherOwner) {
    throw CompanyErrors.lastOwner()
  }
  await writeMember(context, { id: member.id, status, ...wanted })
  return member
}

/** Writes a membership's role and status as they are given. */
export async function writeMember(
  context: Context,
  member: Pick<MemberBefore, "id" | "role" | "role_id" | "status">
): Promise<void> {
  await sql(
    context,
    `update company_member set role = ?, role_id = ?, status = ?, updated_at = now() where id = ?`,
    [member.role, member.role_id, member.status, member.id]
  )
}

/** Living memberships of a company with their people's names, oldest first; one of them when told its id. */
export async function selectMembers(
  context: Context,
  companyId: string,
  memberId?: string
): Promise<MemberView[]> {
  return sql<MemberView>(
    context,
    `select m.id, m.email, u.first_name, u.last_name, case when m.role_id is null then m.role end as role,
            m.role_id, r.name as role_name, m.status, m.user_id, m.created_at
       from company_member m
       left join "user" u on u.id = m.user_id and u.deleted_at is null
       left join company_role r on r.id = m.role_id and r.company_id = m.company_id and r.deleted_at is null
      where m.company_id = ? and m.status <> 'removed' and m.deleted_at is null
        ${memberId === undefined ? "" : "and m.id = ?"} order by m.created_at, m.id`,
    memberId === undefined ? [companyId] : [companyId, memberId]
  )
}

export type InvitationView = {
  id: string
  company_id: string
  company_name: string
  role: Role | null
  role_id: string | null
  role_name: string | null
  created_at: Date
}

/** Open invitations to an address, of all companies. */
export async function selectInvitations(context: Context, email: string): Promise<InvitationView[]> {
  return sql<InvitationView>(
    context,
    `select m.id, m.company_id, c.name as company_name, case when m.role_id is null then m.role end as role,
            m.role_id, r.name as role_name, m.created_at
       from company_member m
       join company c on c.id = m.company_id and c.deleted_at is null
       left join company_role r on r.id = m.role_id and r.company_id = m.company_id and r.deleted_at is null
      where m.email = ? and m.status = 'invited' and m.deleted_at is null order by m.created_at, m.id`,
    [email]
  )
}
