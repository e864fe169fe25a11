import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { presentRefund } from "./present"

type Filter = { status?: string; company_id?: string; order_id?: string; limit: number; offset: number }

type Row = { id: string; company_name: string | null; short_code: string | null; count: string }

/** A page of refunds, newest first, for the operator: with the company's name and the order's short code. */
export async function listRefunds(container: MedusaContainer, filter: Filter) {
  const chosen = (["status", "company_id", "order_id"] as const).filter((name) => filter[name] !== undefined)
  const where = [...chosen.map((name) => `r.${name} = ?`), "r.deleted_at is null"].join(" and ")
  const values = chosen.map((name) => filter[name] as string)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select r.id, c.name as company_name, o.short_code, count(*) over () as count
       from company_refund r left join company c on c.id = r.company_id
       left join company_order o on o.id = r.company_order_id
      where ${where}
      order by r.created_at desc, r.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const found = await groups.findRefunds({ ids: rows.map(({ id }) => id) })
  const about = new Map(rows.map(({ id, company_name, short_code }) => [id, { company_name, short_code }]))
  return {
    refunds: found.reverse().map((refund) => ({ ...presentRefund(refund), ...about.get(refund.id) })),
    count: Number(rows[0]?.count ?? 0),
  }
}
