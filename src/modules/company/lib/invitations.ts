import { Context } from "@medusajs/framework/types"
import { notFound } from "../../../lib/errors"
import { sha256 } from "../../../lib/ids"
import { sql } from "../../../lib/sql"
import { CompanyErrors } from "../errors"
import { Permission } from "./permissions"
import { lockCompany, storedRole, StoredRole } from "./role-rows"
import { RoleChoice } from "./roles"

export type InvitationInput = {
  company_id: string
  email: string
  choice: RoleChoice
  /** Permissions of the inviter; null for the market itself. */
  held: readonly Permission[] | null
}

/**
 * The role of a coming invitation as its row keeps it, looked at under the lock of the company's row: a role cannot be
 * deleted between this and the insert of the same transaction.
 * @throws {MedusaError} 404 for another company's role; COMPANY_ROLE_BEYOND_YOURS
 */
export async function roleOfInvitation(context: Context, input: InvitationInput): Promise<StoredRole> {
  await lockCompany(context, input.company_id)
  return storedRole(context, input.company_id, input.choice, input.held)
}

export type InvitationSecret = { token_sha256: string | null; invite_id: string | null }

/**
 * Gives an open invitation a new secret; whoever holds the old one holds nothing.
 * @returns the secret's digest and the invite as they were
 * @throws {MedusaError} 404 for another company's; COMPANY_MEMBER_NOT_INVITED
 */
export async function renewInvitation(
  context: Context,
  input: { company_id: string; member_id: string; token: string; invite_id: string | null }
): Promise<InvitationSecret> {
  const [before] = await sql<InvitationSecret & { status: string }>(
    context,
    `select status, token_sha256, invite_id from company_member
      where id = ? and company_id = ? and status <> 'removed' and deleted_at is null for update`,
    [input.member_id, input.company_id]
  )
  if (!before) {
    throw notFound("Member", input.member_id)
  }
  if (before.status !== "invited") {
    throw CompanyErrors.notInvited()
  }
  await writeSecret(context, input.member_id, {
    token_sha256: sha256(input.token),
    invite_id: input.invite_id,
  })
  return { token_sha256: before.token_sha256, invite_id: before.invite_id }
}

/** Writes an invitation's digest and invite as they are given. */
export async function writeSecret(
  context: Context,
  memberId: string,
  secret: InvitationSecret
): Promise<void> {
  await sql(
    context,
    `update company_member set token_sha256 = ?, invite_id = ?, updated_at = now() where id = ?`,
    [secret.token_sha256, secret.invite_id, memberId]
  )
}
