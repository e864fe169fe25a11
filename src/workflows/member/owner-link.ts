import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sha256 } from "../../lib/ids"
import { inviteMemberWorkflow } from "./workflows/invite-member"

/** A link that has waited too long for its owner, or whose company has one by now or is gone, opens nothing. */
const LIVING = `l.token_sha256 = ? and l.used_at is null and l.expires_at > now() and l.deleted_at is null
  and exists (select 1 from company c where c.id = l.company_id and c.status <> 'archived' and c.deleted_at is null)
  and not exists (select 1 from company_member m
    where m.company_id = l.company_id and m.role = 'owner' and m.status = 'active' and m.deleted_at is null)`

async function run<Row>(container: MedusaContainer, statement: string, values: string[]): Promise<Row[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return (await knex.raw<{ rows: Row[] }>(statement, values)).rows
}

/** The company that an owner's link opens; null for one that is unknown, used or too old. */
export async function readOwnerLink(
  container: MedusaContainer,
  token: string
): Promise<{ company_name: string } | null> {
  const [found] = await run<{ company_name: string }>(
    container,
    `select c.name as company_name from company_owner_link l join company c on c.id = l.company_id where ${LIVING}`,
    [sha256(token)]
  )
  return found ?? null
}

/**
 * Whoever holds an owner's link says an e-mail address, and is invited there as the owner: the old system knew owners by
 * telephone alone. The link is used up by one statement, so two at once are one invitation; it comes back when inviting fails.
 * @returns null for a link that is unknown, used or too old
 * @throws {MedusaError} COMPANY_MEMBER_EXISTS
 */
export async function takeOwnerLink(container: MedusaContainer, input: { token: string; email: string }) {
  const [link] = await run<{ id: string; company_id: string }>(
    container,
    `update company_owner_link l set used_at = now(), updated_at = now() where ${LIVING} returning id, company_id`,
    [sha256(input.token)]
  )
  if (!link) {
    return null
  }
  try {
    const { company_id } = link
    const choice = { role: "owner" as const }
    const { result } = await inviteMemberWorkflow(container).run({
      input: { company_id, email: input.email, choice, held: null, invited_by: null },
    })
    return result
  } catch (error) {
    await run(container, `update company_owner_link set used_at = null where id = ?`, [link.id])
    throw error
  }
}
