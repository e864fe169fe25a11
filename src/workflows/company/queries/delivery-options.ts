import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { DeliveryKind, Names } from "../lib/delivery-options"

export type DeliveryOptionView = {
  id: string
  kind: DeliveryKind
  name: Names
  price: number
  free_from: number | null
  prices?: Record<string, number>
  is_enabled: boolean
}

type Row = {
  id: string
  name: string
  kind: string
  data: { names?: Names; price?: number; free_from?: number | null; prices?: Record<string, number> } | null
  flat_price: string | null
  is_enabled: boolean
}

const hasRule = (attribute: string) =>
  `exists (select 1 from shipping_option_rule r where r.shipping_option_id = o.id and r.deleted_at is null
     and r.attribute = '${attribute}' and r.value #>> '{}' = 'true')`

/**
 * A company's own ways of delivery: fetching first, then in the order they were made (those of the start are made in one
 * moment). One statement. One that Medusa's own admin gave a flat
 * price shows that. What is for returns is not among them.
 */
export async function listCompanyDelivery(
  container: MedusaContainer,
  companyId: string
): Promise<DeliveryOptionView[]> {
  assertId(companyId, "company id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select o.id, o.name, t.code as kind, o.data, ${hasRule("enabled_in_store")} as is_enabled,
              (select p.amount from shipping_option_price_set l
                 join price p on p.price_set_id = l.price_set_id and p.deleted_at is null and p.rules_count = 0
                where l.shipping_option_id = o.id and l.deleted_at is null limit 1)::text as flat_price
         from company c
         join shipping_option o on o.shipping_profile_id = c.shipping_profile_id and o.deleted_at is null
         join shipping_option_type t on t.id = o.shipping_option_type_id
        where c.id = ? and c.deleted_at is null and not ${hasRule("is_return")}
        order by t.code = 'pickup' desc, o.created_at, o.id`,
    [companyId]
  )
  return rows.map(({ id, name, kind, data, flat_price, is_enabled }) => ({
    id,
    kind: kind === "pickup" ? "pickup" : "courier",
    name: data?.names ?? { uz: name },
    price: data?.price ?? Number(flat_price ?? 0),
    free_from: data?.free_from ?? null,
    ...(data?.prices && { prices: data.prices }),
    is_enabled,
  }))
}

/**
 * One of a company's own ways of delivery.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findCompanyDelivery(
  container: MedusaContainer,
  companyId: string,
  id: string
): Promise<DeliveryOptionView> {
  const option = (await listCompanyDelivery(container, companyId)).find((row) => row.id === id)
  if (!option) {
    throw notFound("Delivery option", id)
  }
  return option
}
