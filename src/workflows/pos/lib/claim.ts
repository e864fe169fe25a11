import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { sha256 } from "../../../lib/ids"
import { Paid, PricedSale, Problem, SaleRequest } from "../../../modules/pos/types"
import { ClaimedSale, Seller } from "../types"

/** What was asked, so that the same id with another content is told apart. The time may be written in several ways. */
export function fingerprintOf(request: SaleRequest): string {
  const { shift_id, is_offline, lines, discount, payments } = request
  const goods = lines.map((line) => [line.variant_id, line.quantity, line.unit_price, line.discount ?? 0])
  const paid = payments.map(({ method, amount }) => [method, amount]).sort()
  return sha256(JSON.stringify([shift_id, is_offline, goods, discount ?? 0, paid])).slice(0, 32)
}

const COLUMNS = `s.id, s.company_id, s.shift_id, s.client_id, s.fingerprint, s.status, s.is_offline, s.sold_at,
  s.customer_phone, s.order_id, s.group_id, s.created_by, s.settle_action, s.settle_note, s.settled_by,
  s.discount::float8 as discount, s.total::float8 as total, s.cash_amount::float8 as cash_amount,
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'listing_variant_id', l.listing_variant_id,
     'variant_id', l.variant_id, 'title', l.title, 'quantity', l.quantity, 'unit_price', l.unit_price,
     'discount', l.discount, 'total', l.total) order by l.rank), '[]')
     from pos_sale_line l where l.sale_id = s.id and l.deleted_at is null) as lines`

type Find = { id: string; company_id?: string } | { company_id: string; client_id: string }

/** A sale's rows; null when there are none. */
export async function findClaim(container: MedusaContainer, find: Find): Promise<ClaimedSale | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [condition, values] =
    "id" in find
      ? ["s.id = ? and s.company_id = coalesce(?, s.company_id)", [find.id, find.company_id ?? null]]
      : ["s.company_id = ? and s.client_id = ?", [find.company_id, find.client_id]]
  const { rows } = await knex.raw<{ rows: ClaimedSale[] }>(
    `select ${COLUMNS} from pos_sale s where ${condition}`,
    values
  )
  return rows[0] ?? null
}

const INSERT = `
  with sale as (
    insert into pos_sale (id, company_id, shift_id, member_id, client_id, fingerprint, status, is_offline, sold_at,
           customer_phone, note, problems, order_id, group_id, created_by, discount, total, cash_amount, card_amount, tendered)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (company_id, client_id) do nothing returning id
  )
  insert into pos_sale_line (id, sale_id, rank, listing_variant_id, variant_id, title, quantity, seen_price, unit_price,
         discount, total)
  select l.id, sale.id, l.rank, l.listing_variant_id, l.variant_id, l.title, l.quantity, l.seen_price, l.unit_price,
         l.discount, l.total
    from sale cross join jsonb_to_recordset(?::jsonb) as l(id text, rank int, listing_variant_id text, variant_id text,
         title text, quantity int, seen_price bigint, unit_price bigint, discount bigint, total bigint)
  returning sale_id`

type NewClaim = {
  seller: Seller
  /** Whose shift it is. */
  member_id: string
  request: SaleRequest
  phone: string | null
  sale: PricedSale
  paid: Paid
  status: "placing" | "review"
  problems: Problem[]
}

/**
 * Writes a sale with its lines in one statement. The unique index on the client's id decides when two come at once.
 * @returns whether this call wrote it
 */
export async function insertClaim(container: MedusaContainer, claim: NewClaim): Promise<boolean> {
  const { seller, request, sale, paid } = claim
  const lines = sale.lines.map((line, rank) => ({ ...line, rank, id: generateEntityId(undefined, "psline") }))
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(INSERT, [
      generateEntityId(undefined, "psale"),
      seller.company_id,
      request.shift_id,
      claim.member_id,
      request.client_id,
      fingerprintOf(request),
      claim.status,
      request.is_offline,
      new Date(request.sold_at),
      claim.phone,
      request.note ?? null,
      JSON.stringify(claim.problems),
      generateEntityId(undefined, "order"),
      generateEntityId(undefined, "ogrp"),
      seller.user_id,
      sale.discount,
      sale.total,
      paid.cash,
      paid.card,
      paid.tendered,
      JSON.stringify(lines),
    ] as never)
  return rows.length > 0
}

/** Takes a claim back: the sale has been refused, and its id may be used again. Its money was never taken. */
export async function dropClaim(container: MedusaContainer, id: string): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(
    `with gone as (delete from pos_sale where id = ? and status = 'placing' returning id)
     delete from pos_sale_line l using gone where l.sale_id = gone.id`,
    [id]
  )
}

/** Puts a claim aside for a person: what is missing has been sold, and its money is in the drawer. */
export async function moveToReview(
  container: MedusaContainer,
  id: string,
  problems: Problem[]
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(
    `update pos_sale set status = 'review', problems = ?::jsonb, settle_action = null, settle_note = null,
            settled_by = null, settled_at = null, updated_at = now()
      where id = ? and status = 'placing'`,
    [JSON.stringify(problems), id]
  )
}
