import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { POS_MODULE } from "../../modules/pos"
import PosModuleService from "../../modules/pos/service"
import { Seller } from "./types"

const posOf = (container: MedusaContainer) => container.resolve<PosModuleService>(POS_MODULE)

/**
 * Opens the caller's shift.
 * @throws {MedusaError} POS_SHIFT_ALREADY_OPEN
 */
export async function openShift(
  container: MedusaContainer,
  seller: Seller,
  input: { opening_cash: number; register?: string }
): Promise<{ id: string }> {
  const { company_id, member_id } = seller
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ name: string }> }>(
      `select coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), m.email) as name
         from company_member m left join "user" u on u.id = m.user_id where m.id = ?`,
      [member_id]
    )
  return posOf(container).openShift({
    company_id,
    member_id,
    member_name: rows[0].name,
    register: input.register ?? null,
    opening_cash: input.opening_cash,
  })
}

/** The shifts that somebody may look into: one's own, or all of the company's. */
export function visibleTo({ member_id, permissions }: Seller): { member_id?: string } {
  return permissions.includes("pos:manage") ? {} : { member_id }
}

/**
 * Closes a shift with what was counted; a second time the first count stands.
 * @throws {MedusaError} 404
 */
export async function closeShift(
  container: MedusaContainer,
  seller: Seller,
  input: { id: string; counted_cash: number; note?: string }
): Promise<void> {
  await assertMine(container, seller, input.id)
  await posOf(container).closeShift({
    id: input.id,
    company_id: seller.company_id,
    counted_cash: input.counted_cash,
    note: input.note ?? null,
    closed_by: seller.user_id,
  })
}

/**
 * Notes cash put in (+) or taken out (−) of a shift's drawer.
 * @throws {MedusaError} 404, POS_SHIFT_CLOSED, POS_CLIENT_ID_REUSED
 */
export async function moveCash(
  container: MedusaContainer,
  seller: Seller,
  input: { id: string; amount: number; note: string; client_id: string }
): Promise<void> {
  await assertMine(container, seller, input.id)
  const { id, ...movement } = input
  const { company_id, user_id } = seller
  await posOf(container).moveCash({ ...movement, shift_id: id, company_id, created_by: user_id })
}

async function assertMine(container: MedusaContainer, seller: Seller, id: string): Promise<void> {
  const { company_id, member_id, permissions } = seller
  const shift = await posOf(container).findShift({ id, company_id })
  if (!shift || (shift.member_id !== member_id && !permissions.includes("pos:manage"))) {
    throw notFound("Shift", id)
  }
}
