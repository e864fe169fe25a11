import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MembersReader } from "../../../modules/search-log/log-service"

type Row = { id: string }

/** Those whom a private company has let in, now or once: they know names that strangers must not read among suggestions. */
export function membersReader(container: MedusaContainer): MembersReader {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return async (ownerIds) => {
    const { rows } = await knex.raw<{ rows: Row[] }>(
      `select distinct customer_id as id from company_access where customer_id = any(?)`,
      [ownerIds]
    )
    return new Set(rows.map(({ id }) => id))
  }
}

/** Customers with a history whose account is not there any more; what is answered is to be forgotten before the next batch. */
const ORPHANS = `
  select distinct h.owner_id as id from search_history h
   where h.owner_id not like 'vis\\_%'
     and not exists (select 1 from customer u where u.id = h.owner_id and u.deleted_at is null)
   limit ?`

/** Accounts that were deleted since a time, behind an id. */
const DELETED = `select id from customer where deleted_at > ? and id > ? order by id limit ?`

export async function orphanOwners(container: MedusaContainer, most: number): Promise<string[]> {
  return read(container, ORPHANS, [most])
}

/** @param since those deleted before it have nothing in the log any more */
export async function deletedCustomers(
  container: MedusaContainer,
  { since, after, most }: { since: Date; after: string; most: number }
): Promise<string[]> {
  return read(container, DELETED, [since, after, most])
}

async function read(
  container: MedusaContainer,
  statement: string,
  values: Array<string | number | Date>
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(statement, values)
  return rows.map(({ id }) => id)
}
