import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"

export type Door = {
  company_id: string
  code: string | null
  is_private: boolean
  private_channel_id: string | null
  publishable_key_id: string | null
  requires_access_key: boolean
}

/** What stands behind a code, whatever was typed: always one row, so that a wrong code costs what a right one does. */
export type Behind = {
  company_id: string | null
  /** Whether there is an active private company with this code. */
  is_open: boolean
  access_key_sha256: string | null
  is_member: boolean
  /** Shown out by the company, which has not changed its code or key since. */
  is_barred: boolean
}

const LIVING = "a.revoked_at is null and a.deleted_at is null"
const BARRED = `exists (select 1 from company_access a where a.company_id = c.id and a.customer_id = q.customer_id
    and a.ended_by = 'company' and a.deleted_at is null and a.revoked_at >= coalesce(d.renewed_at, '-infinity'))`

/** Looks behind a code for a customer: one statement. */
export async function lookBehind(context: Context, code: string, customerId: string): Promise<Behind> {
  const [row] = await sql<Behind>(
    context,
    `select c.id as company_id, (c.is_private and c.status = 'active') is true as is_open, d.access_key_sha256,
            exists (select 1 from company_access a where a.company_id = c.id and a.customer_id = q.customer_id
                      and ${LIVING}) as is_member,
            ${BARRED} as is_barred
       from (select ?::text as code, ?::text as customer_id) q
       left join company c on c.code = q.code and c.deleted_at is null
       left join company_door d on d.company_id = c.id and d.deleted_at is null`,
    [code, customerId]
  )
  return row
}

/**
 * Lets a customer in, if what they were let in by still holds when it is written; the unique index makes one grant of many.
 * @returns the new grant's id; undefined when they were in already, or the door was shut meanwhile
 */
export async function insertGrant(
  context: Context,
  grant: {
    id: string
    company_id: string
    customer_id: string
    code: string
    access_key_sha256: string | null
  }
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>(
    context,
    `insert into company_access (id, company_id, customer_id, granted_at, source)
     select q.id, c.id, q.customer_id, now(), 'code'
       from (select ?::text as id, ?::text as customer_id) q
       join company c on c.id = ? and c.code = ? and c.is_private and c.status = 'active' and c.deleted_at is null
       left join company_door d on d.company_id = c.id and d.deleted_at is null
      where d.access_key_sha256 is not distinct from ?::text and not ${BARRED}
     on conflict (company_id, customer_id) where revoked_at is null and deleted_at is null do nothing
     returning id`,
    [grant.id, grant.customer_id, grant.company_id, grant.code, grant.access_key_sha256]
  )
  return row?.id
}

export type EndedGrant = { id: string; company_id: string; customer_id: string }

/** Ends living grants of a company: that of a customer, or the one with an id. */
export async function endGrant(
  context: Context,
  which: { company_id: string } & ({ customer_id: string } | { id: string }),
  by: "customer" | "company"
): Promise<EndedGrant | undefined> {
  const [column, value] = "id" in which ? ["id", which.id] : ["customer_id", which.customer_id]
  const [row] = await sql<EndedGrant>(
    context,
    `update company_access a set revoked_at = now(), ended_by = ?, updated_at = now()
      where a.company_id = ? and a.${column} = ? and ${LIVING} returning a.id, a.company_id, a.customer_id`,
    [by, which.company_id, value]
  )
  return row
}

/** A company's door; without a row of its own it has neither key nor channel yet. Undefined for an unknown company. */
export async function selectDoor(context: Context, companyId: string): Promise<Door | undefined> {
  const [row] = await sql<Door>(
    context,
    `select c.id as company_id, c.code, c.is_private, d.private_channel_id, d.publishable_key_id,
            d.access_key_sha256 is not null as requires_access_key
       from company c left join company_door d on d.company_id = c.id and d.deleted_at is null
      where c.id = ? and c.deleted_at is null`,
    [companyId]
  )
  return row
}

type DoorFields = {
  private_channel_id?: string
  publishable_key_id?: string | null
  access_key_sha256?: string | null
  renewed_at?: Date
}

/** Writes fields of a company's door, made when it is first needed. */
export async function writeDoor(
  context: Context,
  id: string,
  companyId: string,
  fields: DoorFields
): Promise<void> {
  const names = Object.keys(fields)
  await sql(
    context,
    `insert into company_door (id, company_id, ${names.join(", ")}) values (?, ?, ${names.map(() => "?").join(", ")})
     on conflict (company_id) where deleted_at is null do update
        set ${names.map((name) => `${name} = excluded.${name}`).join(", ")}, updated_at = now()`,
    [id, companyId, ...Object.values(fields)]
  )
}
