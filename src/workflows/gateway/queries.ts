import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { mask } from "../../modules/audit/lib/mask"

type Page = { limit: number; offset: number }
type TransactionFilter = Page & {
  provider_id?: string
  external_id?: string
  reference?: string
  order_group_id?: string
  state?: number
}

const COLUMN = {
  provider_id: "t.provider_id",
  external_id: "t.external_id",
  reference: "p.reference",
  order_group_id: "p.order_group_id",
  state: "t.state",
} as const

const TRANSACTION = `t.id, t.provider_id, t.external_id, p.reference, p.order_group_id, t.amount_tiyin::float8 as amount_tiyin,
  t.state, t.reason, t.provider_time::float8 as provider_time, t.create_time::float8 as create_time,
  t.perform_time::float8 as perform_time, t.cancel_time::float8 as cancel_time, t.performing_at::float8 as performing_at,
  t.settled_at::float8 as settled_at, t.account, t.details, t.fiscal_perform, t.fiscal_cancel, p.status as payable_status`

/** A page of what providers told us, newest first: one statement. Times are milliseconds since 1970. */
export async function listTransactions(container: MedusaContainer, filter: TransactionFilter) {
  const chosen = (Object.keys(COLUMN) as Array<keyof typeof COLUMN>).filter(
    (name) => filter[name] !== undefined
  )
  const where = [...chosen.map((name) => `${COLUMN[name]} = ?`), "t.deleted_at is null"].join(" and ")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<Record<string, unknown> & { count?: string }> }>(
      `select ${TRANSACTION}, count(*) over () as count
         from gateway_transaction t join gateway_payable p on p.id = t.payable_id
        where ${where} order by t.sequence desc limit ? offset ?`,
      [...chosen.map((name) => filter[name] as string), filter.limit, filter.offset]
    )
  return {
    // What a provider said may hold a card or a token; nobody needs to read those here.
    gateway_transactions: rows.map(({ count: _, ...row }) => ({
      ...row,
      account: mask(row.account),
      details: mask(row.details),
    })),
    count: Number(rows[0]?.count ?? 0),
  }
}

/** A page of what people have to look at, newest first. */
export async function listAlerts(container: MedusaContainer, filter: Page & { is_open: boolean }) {
  const [gateway_alerts, count] = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listAndCountGatewayAlerts({ resolved_at: filter.is_open ? null : { $ne: null } } as never, {
      take: filter.limit,
      skip: filter.offset,
      order: { created_at: "DESC", id: "DESC" },
    })
  return { gateway_alerts: gateway_alerts.map((alert) => ({ ...alert, data: mask(alert.data) })), count }
}

/**
 * Notes what was done about an alert.
 * @throws {MedusaError} 404
 */
export async function resolveAlert(container: MedusaContainer, input: { id: string; resolution: string }) {
  assertId(input.id, "alert id")
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const [alert] = await gateway.listGatewayAlerts({ id: input.id }, { take: 1 })
  if (!alert) {
    throw notFound("Alert", input.id)
  }
  return gateway.updateGatewayAlerts({ id: alert.id, resolution: input.resolution, resolved_at: new Date() })
}
