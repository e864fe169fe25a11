import { PRODUCT_JOINS } from "../../store/visibility"

/**
 * Price and stock of variants as a shopper meets them: `variant_id, product_id, price, is_in_stock`. A company's own price
 * (mirrored to Medusa's) counts, for the market's own goods the base price in so'm. In stock are pieces that nobody has
 * reserved, at the company's location; goods whose pieces are not counted always are.
 *
 * Private companies' goods are in it, because their members like them; what is hidden is not, and keeps its last state.
 * @param of condition on product `p`
 */
export const variantStates = (of: string) => `
  select v.id as variant_id, v.product_id,
         coalesce(lv.price, (
           select min(pr.amount) from product_variant_price_set ps
             join price pr on pr.price_set_id = ps.price_set_id and pr.deleted_at is null
              and pr.price_list_id is null and coalesce(pr.rules_count, 0) = 0 and pr.currency_code = 'uzs'
              and coalesce(pr.min_quantity, 1) <= 1
            where ps.variant_id = v.id and ps.deleted_at is null)) as price,
         not v.manage_inventory or coalesce((
           select bool_and(coalesce(a.available, 0) >= greatest(ii.required_quantity, 1))
             from product_variant_inventory_item ii
             left join lateral (
               select sum(il.stocked_quantity - il.reserved_quantity) as available from inventory_level il
                where il.inventory_item_id = ii.inventory_item_id and il.deleted_at is null
                  and (c.stock_location_id is null or il.location_id = c.stock_location_id)) a on true
            where ii.variant_id = v.id and ii.deleted_at is null), false) as is_in_stock
    from product p ${PRODUCT_JOINS}
    join product_variant v on v.product_id = p.id and v.deleted_at is null
    left join listing_variant lv on lv.variant_id = v.id and lv.deleted_at is null
   where ${of} and p.status = 'published' and p.deleted_at is null
     and (l.id is null or (l.status = 'active' and l.is_visible and c.status = 'active'))`

/**
 * CTE that begins to watch the goods of CTE `put_counted`, after their count is locked; what is watched keeps its state. It
 * takes much longer to plan than to run: for many likes at once.
 */
export const WATCHED = `
  watched as (
    insert into like_watch (variant_id, product_id, price, is_in_stock)
    select variant_id, product_id, price, is_in_stock
      from (${variantStates("p.id in (select product_id from put_counted)")}) s order by variant_id
    on conflict (variant_id) do nothing)`
