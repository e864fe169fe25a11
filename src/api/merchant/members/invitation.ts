import { MemberView } from "../../../modules/company/lib/members"

type Invitation = { member: MemberView; invite_token: string; opens_account: boolean }

/**
 * What the inviter is told. `invite_url` is a page of the dashboard: with `opens_account` one that makes the person's
 * account, which is a member from its first sign-in; otherwise one where they accept after signing in. The second has
 * its secret in the path, because the sign-in page remembers nothing else of an address.
 */
export function presentInvitation({ member, invite_token, opens_account }: Invitation) {
  const { id, email, role, role_id, role_name, status, created_at } = member
  return {
    member: { id, email, role, role_id, role_name, status, created_at },
    invite_token,
    opens_account,
    invite_url: opens_account
      ? `/app/invite?token=${invite_token}`
      : `/app/shop/join/${id}/${encodeURIComponent(invite_token)}`,
  }
}
