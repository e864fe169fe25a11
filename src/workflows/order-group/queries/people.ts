import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Person } from "../lib/order-history"

/** Names of users as a company may know them: its own people by name, everybody else is the market. One statement, or none. */
export async function peopleOf(
  container: MedusaContainer,
  companyId: string,
  ids: string[]
): Promise<Map<string, Person>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string; name: string }> }>(
      `select u.id, coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), u.email) as name
         from "user" u
        where u.id = any(?) and exists (select 1 from company_member m
              where m.user_id = u.id and m.company_id = ? and m.deleted_at is null)`,
      [ids, companyId]
    )
  return new Map(rows.map(({ id, name }) => [id, { id, name, is_market: false }]))
}
