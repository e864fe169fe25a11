import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ProductOption } from "../lib/plan-variant"

/**
 * The options of a product in the order they were made, each with the values that the product uses of it, in the order
 * of its variants: Medusa keeps no order of its own.
 */
export async function optionsOf(container: MedusaContainer, productId: string): Promise<ProductOption[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: ProductOption[] }>(
      `select o.id, o.title, coalesce(jsonb_agg(jsonb_build_object('id', ov.id, 'value', ov.value)
                order by used.first nulls last, ov.rank, ov.id) filter (where ov.id is not null), '[]') as values
         from product_product_option po
         join product_option o on o.id = po.product_option_id and o.deleted_at is null
         left join product_product_option_value pv on pv.product_product_option_id = po.id and pv.deleted_at is null
         left join product_option_value ov on ov.id = pv.product_option_value_id and ov.deleted_at is null
         left join lateral (select min(v.variant_rank) as first from product_variant_option vo
                join product_variant v on v.id = vo.variant_id and v.deleted_at is null
               where vo.option_value_id = ov.id and v.product_id = po.product_id) used on true
        where po.product_id = ? and po.deleted_at is null
        group by o.id, po.id order by po.id`,
      [productId]
    )
  return rows
}
