import { deleteLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Row = { cart_id: string; ids: string[] }

/** Carts that are read at a time. */
const PAGE = 100

/** Of which company, and of whom; none: of every private company, of everybody. */
type Whose = { company_id?: string; customer_id?: string }

/**
 * Takes a private company's goods out of the open carts of those who may not buy there: of one customer, or of everybody.
 * A cart that is being ordered right now is left: completion asks for itself, and refuses. What was left, and what a crash
 * has left, the job `empty-carts` takes out.
 */
export async function takeOutOfCarts(container: MedusaContainer, input: Whose): Promise<void> {
  for (let after = "", rows = await cartsWith(container, input, after); rows.length > 0;) {
    for (const { cart_id, ids } of rows) {
      await deleteLineItemsWorkflow(container)
        .run({ input: { cart_id, ids } })
        .catch((error: Error) =>
          container
            .resolve(ContainerRegistrationKeys.LOGGER)
            .warn(`private goods stay in cart ${cart_id}, unsold, for some minutes: ${error.message}`)
        )
      after = cart_id
    }
    rows = rows.length < PAGE ? [] : await cartsWith(container, input, after)
  }
}

async function cartsWith(
  container: MedusaContainer,
  { company_id, customer_id }: Whose,
  after: string
): Promise<Row[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select i.cart_id, array_agg(i.id order by i.id) as ids
       from listing_variant v
       join company c on c.id = v.company_id and c.is_private and c.deleted_at is null
       join cart_line_item i on i.variant_id = v.variant_id and i.deleted_at is null
       join cart k on k.id = i.cart_id and k.completed_at is null and k.deleted_at is null
      where (cast(:company_id as text) is null or v.company_id = :company_id)
        and v.deleted_at is null and i.cart_id > :after
        and (cast(:customer_id as text) is null or k.customer_id = :customer_id)
        and not exists (select 1 from company_access g where g.company_id = c.id and g.customer_id = k.customer_id
                          and g.revoked_at is null and g.deleted_at is null)
      group by i.cart_id order by i.cart_id limit ${PAGE}`,
    { company_id: company_id ?? null, customer_id: customer_id ?? null, after } as never
  )
  return rows
}
