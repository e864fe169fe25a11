import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { presentRefund } from "./present"

type Filter = { status?: string; company_id?: string; order_id?: string; limit: number; offset: number }

/** A page of refunds, newest first, for the operator. */
export async function listRefunds(container: MedusaContainer, filter: Filter) {
  const chosen = (["status", "company_id", "order_id"] as const).filter((name) => filter[name] !== undefined)
  const where = [...chosen.map((name) => `r.${name} = ?`), "r.deleted_at is null"].join(" and ")
  const values = chosen.map((name) => filter[name] as string)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ id: string; count: string }> }>(
    `select r.id, count(*) over () as count from company_refund r where ${where}
      order by r.created_at desc, r.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const found = await groups.findRefunds({ ids: rows.map(({ id }) => id) })
  return { refunds: found.reverse().map(presentRefund), count: Number(rows[0]?.count ?? 0) }
}
