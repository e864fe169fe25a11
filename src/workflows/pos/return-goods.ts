import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { sha256 } from "../../lib/ids"
import { POS_MODULE } from "../../modules/pos"
import { PosErrors } from "../../modules/pos/errors"
import PosModuleService from "../../modules/pos/service"
import { PaymentMethod } from "../../modules/pos/types"
import { refundOrder } from "../refund"
import { findClaim } from "./lib/claim"
import { findReturn, insertReturn, ReturnRow } from "./lib/returns"
import { underSaleLock } from "./sell"
import { Seller } from "./types"

export type ReturnRequest = {
  client_id: string
  lines: Array<{ line_id: string; quantity: number }>
  restock: boolean
  method: PaymentMethod
  shift_id: string
  reason: string
}

/**
 * Takes goods of a sale back: the till hands their money over, and the existing refunds book it (never more than was bought,
 * whoever gives it back). The same `client_id` is one return.
 * @throws {MedusaError} 404, POS_SALE_NOT_DONE, POS_LINE_UNKNOWN, POS_SHIFT_REQUIRED, POS_CLIENT_ID_REUSED, refusals of refunds
 */
export async function returnGoods(
  container: MedusaContainer,
  seller: Seller,
  saleId: string,
  request: ReturnRequest
): Promise<void> {
  const { company_id } = seller
  const key = { company_id, client_id: `return:${request.client_id}` }
  await underSaleLock(container, key, async () => {
    const sale = await findClaim(container, { id: saleId, company_id })
    if (!sale) {
      throw notFound("Sale", saleId)
    }
    if (sale.status !== "done") {
      throw PosErrors.saleNotDone()
    }
    const { client_id, shift_id, method, restock, reason } = request
    const fingerprint = sha256(JSON.stringify([saleId, request.lines, method, restock])).slice(0, 32)
    const known = await findReturn(container, { company_id, client_id })
    if (known) {
      if (known.fingerprint !== fingerprint) {
        throw PosErrors.clientIdReused()
      }
      return finishReturn(container, known)
    }
    await checkShift(container, seller, shift_id)
    const unknown = request.lines.find(({ line_id }) => !sale.lines.some(({ id }) => id === line_id))
    if (unknown) {
      throw PosErrors.lineUnknown(unknown.line_id)
    }
    const row = { company_id, sale_id: saleId, shift_id, client_id, fingerprint, method, restock, reason }
    await insertReturn(container, {
      ...row,
      id: generateEntityId(undefined, "pret"),
      lines: request.lines,
      created_by: seller.user_id,
    })
    const written = await findReturn(container, { company_id, client_id })
    if (written?.fingerprint !== fingerprint) {
      throw PosErrors.saleBusy()
    }
    return finishReturn(container, written)
  })
}

/** Goes on with a return to its end; one that the refunds refuse leaves no trace. The caller holds its lock. */
export async function finishReturn(container: MedusaContainer, row: ReturnRow): Promise<void> {
  if (row.status === "done") {
    return
  }
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const refund = await refundOrder(container, {
      order_id: row.order_id,
      company_id: row.company_id,
      request: {
        items: row.lines.map(({ company_order_line_id, quantity }) => ({
          id: company_order_line_id,
          quantity,
        })),
      },
      reason: row.reason,
      restock: row.restock,
      requested_by: row.created_by,
      request_key: `pos:${row.client_id}`,
    })
    await knex.raw(
      `update pos_return set status = 'done', refund_id = ?, amount = ?::numeric, updated_at = now()
        where id = ? and status = 'placing'`,
      [refund.id, refund.amount, row.id]
    )
  } catch (error) {
    if (error instanceof MedusaError && error.code?.startsWith("REFUND_")) {
      await knex.raw(`delete from pos_return where id = ? and status = 'placing'`, [row.id])
    }
    throw error
  }
}

/** Money leaves the drawer of an open shift: one's own, or any for whoever manages the desks. */
async function checkShift(container: MedusaContainer, seller: Seller, shiftId: string): Promise<void> {
  const { company_id, member_id, permissions } = seller
  const shift = await container.resolve<PosModuleService>(POS_MODULE).findShift({ id: shiftId, company_id })
  const isMine = shift?.member_id === member_id || permissions.includes("pos:manage")
  if (shift?.status !== "open" || !isMine) {
    throw PosErrors.shiftRequired()
  }
}
