import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { PosErrors } from "../../modules/pos/errors"
import { findClaim } from "./lib/claim"
import { finishClaim, underSaleLock } from "./sell"
import { ClaimedSale } from "./types"

export type Settlement = {
  id: string
  company_id: string
  action: "force" | "drop"
  note: string
  settled_by: string
}

/**
 * Decides a sale that waits for a person. `force`: it is sold as the cashier saw it, and pieces that the shelf lacks are added
 * on record first. `drop`: nothing is sold, and its cash stays in the drawer as a movement. Saying so again changes nothing.
 * @throws {MedusaError} 404, POS_SALE_NOT_IN_REVIEW, POS_SHORT_STOCK when the goods have no place on the shelf any more
 */
export async function settleSale(container: MedusaContainer, input: Settlement): Promise<void> {
  const found = await findClaim(container, input)
  if (!found) {
    throw notFound("Sale", input.id)
  }
  await underSaleLock(container, found, async () => {
    const sale = (await findClaim(container, input))!
    const isOpen = sale.status === "review"
    const isSame = !isOpen && sale.settle_action === input.action
    if (!isOpen && !isSame) {
      throw PosErrors.notInReview()
    }
    if (input.action === "drop") {
      return isOpen ? drop(container, sale, input) : undefined
    }
    return force(container, sale, input)
  })
}

async function force(container: MedusaContainer, sale: ClaimedSale, input: Settlement): Promise<void> {
  if (sale.status === "done") {
    return
  }
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `update pos_sale set status = 'placing', settle_action = 'force', settle_note = ?, settled_by = ?, settled_at = now(),
              updated_at = now() where id = ? and status = 'review'`,
    [input.note, input.settled_by, sale.id]
  )
  const claim = (await findClaim(container, input))!
  const sold = await finishClaim(container, claim)
  if (sold.status !== "done") {
    throw PosErrors.shortStock(sale.lines.map(({ title }) => title))
  }
}

/** The sale and the movement of its cash are one statement: the drawer's sum stays what it was. */
async function drop(container: MedusaContainer, sale: ClaimedSale, input: Settlement): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `with dropped as (
       update pos_sale set status = 'dropped', settle_action = 'drop', settle_note = ?, settled_by = ?, settled_at = now(),
              updated_at = now() where id = ? and status = 'review' returning id, company_id, shift_id, cash_amount
     )
     insert into pos_cash_movement (id, company_id, shift_id, kind, amount, note, sale_id, created_by)
     select ?, company_id, shift_id, 'dropped_sale', cash_amount, ?, id, ? from dropped where cash_amount > 0`,
    [input.note, input.settled_by, sale.id, generateEntityId(undefined, "cmov"), input.note, input.settled_by]
  )
}
