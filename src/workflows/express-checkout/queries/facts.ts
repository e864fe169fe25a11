import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openTo } from "../../store/visibility"
import { ExpressInput, Facts } from "../types"

/** Nothing of a private company is there for whoever it has not let in. */
const OPEN = `(c.id is null or ${openTo("q.me")})`

/** Nor for one of its own who comes by a key that does not lead to it. */
const OWN_KEY = `(not coalesce(c.is_private, false) or exists (select 1 from product_sales_channel x
     where x.product_id = p.id and x.sales_channel_id = q.channel_id and x.deleted_at is null))`

const VARIANTS = `
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', v.id, 'title', v.title, 'sku', v.sku, 'barcode', v.barcode, 'thumbnail', v.thumbnail,
    'manage_inventory', v.manage_inventory, 'allow_backorder', v.allow_backorder,
    'dimensions', jsonb_build_object('weight', v.weight, 'length', v.length, 'height', v.height, 'width', v.width,
                                     'material', v.material),
    'product', jsonb_build_object('id', p.id, 'title', p.title, 'subtitle', p.subtitle, 'description', p.description,
      'handle', p.handle, 'status', p.status, 'thumbnail', p.thumbnail, 'discountable', p.discountable,
      'is_giftcard', p.is_giftcard, 'collection_id', p.collection_id, 'type_id', p.type_id, 'weight', p.weight,
      'type', (select t.value from product_type t where t.id = p.type_id and t.deleted_at is null),
      'collection', (select t.title from product_collection t where t.id = p.collection_id and t.deleted_at is null),
      'categories', (select coalesce(jsonb_agg(jsonb_build_object('id', x.product_category_id)), '[]')
                       from product_category_product x where x.product_id = p.id),
      'tags', (select coalesce(jsonb_agg(jsonb_build_object('id', x.product_tag_id)), '[]')
                 from product_tags x where x.product_id = p.id),
      'shipping_profile_id', (select x.shipping_profile_id from product_shipping_profile x
                               where x.product_id = p.id and x.deleted_at is null limit 1)),
    'price_set_id', s.price_set_id,
    'has_tiers', exists (select 1 from price r where r.price_set_id = s.price_set_id and r.deleted_at is null
                            and (r.min_quantity is not null or r.max_quantity is not null)),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('inventory_item_id', i.inventory_item_id,
          'required_quantity', i.required_quantity, 'requires_shipping', n.requires_shipping,
          'locations', (select coalesce(jsonb_agg(k.location_id order by k.id), '[]')
             from inventory_level k
             join sales_channel_stock_location y on y.stock_location_id = k.location_id
                  and y.sales_channel_id = q.channel_id and y.deleted_at is null
            where k.inventory_item_id = i.inventory_item_id and k.deleted_at is null)) order by i.id), '[]')
        from product_variant_inventory_item i join inventory_item n on n.id = i.inventory_item_id and n.deleted_at is null
       where i.variant_id = v.id and i.deleted_at is null),
    'seller', case when c.id is not null then jsonb_build_object('variant_id', v.id, 'listing_id', l.id, 'company_id', c.id,
      'company_name', c.name, 'company_status', c.status, 'is_sold', l.status = 'active' and l.is_visible,
      'is_vat_payer', c.is_vat_payer, 'shipping_profile_id', c.shipping_profile_id,
      'commission_percent', c.commission_percent::text, 'cost', w.cost::text, 'markup_percent', w.markup_percent::text,
      'ikpu', l.ikpu, 'package_code', l.package_code, 'vat_percent', l.vat_percent::text) end)), '[]')
    from product_variant v
    join product p on p.id = v.product_id and p.deleted_at is null
    left join product_variant_price_set s on s.variant_id = v.id and s.deleted_at is null
    left join listing_variant w on w.variant_id = v.id and w.deleted_at is null
    left join listing l on l.id = w.listing_id and l.deleted_at is null
    left join company c on c.id = l.company_id and c.deleted_at is null
   where v.id = any(q.variant_ids) and v.deleted_at is null and ${OPEN} and ${OWN_KEY}`

const OPTIONS = `
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'price_type', o.price_type,
    'provider_id', o.provider_id, 'data', o.data, 'shipping_profile_id', o.shipping_profile_id, 'company_id', c.id,
    'is_reachable', exists (select 1 from service_zone z
        join location_fulfillment_set f on f.fulfillment_set_id = z.fulfillment_set_id and f.deleted_at is null
        join sales_channel_stock_location y on y.stock_location_id = f.stock_location_id
             and y.sales_channel_id = q.channel_id and y.deleted_at is null
       where z.id = o.service_zone_id and z.deleted_at is null),
    'zones', (select coalesce(jsonb_agg(jsonb_build_object('type', g.type, 'country_code', g.country_code)), '[]')
                from geo_zone g where g.service_zone_id = o.service_zone_id and g.deleted_at is null),
    'rules', (select coalesce(jsonb_agg(jsonb_build_object('attribute', r.attribute, 'operator', r.operator, 'value', r.value)), '[]')
                from shipping_option_rule r where r.shipping_option_id = o.id and r.deleted_at is null))), '[]')
    from shipping_option o
    left join company c on c.shipping_profile_id = o.shipping_profile_id and c.deleted_at is null
   where o.id = any(q.option_ids) and o.deleted_at is null and ${OPEN}`

/** Core takes the first of an address's customers: a stranger who types a customer's e-mail orders in their name. */
const BUYER = `
  select to_jsonb(b) || jsonb_build_object('groups', (select coalesce(jsonb_agg(to_jsonb(g)), '[]')
            from customer_group_customer x join customer_group g on g.id = x.customer_group_id and g.deleted_at is null
           where x.customer_id = b.id and x.deleted_at is null))
    from (select u.* from customer u where u.deleted_at is null
             and case when q.me is not null then u.id = q.me else u.email = q.email end order by u.id limit 1) b`

const REGION = `
  select jsonb_build_object('id', r.id, 'name', r.name, 'currency_code', r.currency_code, 'automatic_taxes', r.automatic_taxes,
    'metadata', r.metadata,
    'countries', (select coalesce(jsonb_agg(y.iso_2), '[]') from region_country y where y.region_id = r.id and y.deleted_at is null),
    'providers', (select coalesce(jsonb_agg(x.payment_provider_id), '[]') from region_payment_provider x
                   where x.region_id = r.id and x.deleted_at is null))
    from region r where r.deleted_at is null and r.id = coalesce(q.region_id,
         (select s.default_region_id from store s where s.deleted_at is null limit 1))`

/** Medusa's own tax provider without any rate has nothing to say; another may know without rates. */
const TAXES = `exists (select 1 from tax_region t where t.deleted_at is null and (coalesce(t.provider_id, '') <> 'tp_system'
    or exists (select 1 from tax_rate r where r.tax_region_id = t.id and r.deleted_at is null)))`

const FACTS = `
  with q as (select ?::text as me, ?::text as email, ?::text as region_id, ?::text as channel_id, ?::text[] as variant_ids,
                    ?::text[] as option_ids, ?::text[] as codes, ?::text[] as drawn, ?::text as cart_id)
  select (${REGION}) as region, (${BUYER}) as buyer, (${VARIANTS}) as variants, (${OPTIONS}) as options,
         (select jsonb_build_object('id', s.id, 'name', s.name, 'is_disabled', s.is_disabled) from sales_channel s
           where s.id = q.channel_id and s.deleted_at is null) as channel,
         (select coalesce(jsonb_agg(m.code), '[]') from promotion m
           where m.code = any(q.codes) and m.deleted_at is null) as codes,
         exists (select 1 from promotion m where m.is_automatic and m.status = 'active' and m.deleted_at is null) as has_automatic,
         ${TAXES} as has_taxes,
         (select coalesce(jsonb_agg(jsonb_build_object('company_id', o.company_id, 'short_code', o.short_code)), '[]')
            from listing_variant w join listing l on l.id = w.listing_id
            join company_order o on o.company_id = l.company_id and o.short_code = any(q.drawn) and o.deleted_at is null
           where w.variant_id = any(q.variant_ids)) as taken,
         (select jsonb_build_object('id', g.id, 'status', g.status, 'hash', k.metadata ->> 'checkout_hash')
            from order_group g left join cart k on k.id = g.cart_id
           where g.cart_id = q.cart_id and g.deleted_at is null) as placed
    from q`

/** Everything that a basket needs of the database but prices, taxes and discounts: one statement, whatever is in it. */
export async function readFacts(
  container: MedusaContainer,
  input: ExpressInput,
  also: { cart_id: string; drawn: string[] }
): Promise<Facts> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Facts[] }>(FACTS, [
      input.customer_id,
      input.email ?? null,
      input.region_id ?? null,
      input.sales_channel_id,
      input.items.map(({ variant_id }) => variant_id),
      input.delivery.map(({ shipping_option_id }) => shipping_option_id),
      input.promo_codes,
      also.drawn,
      also.cart_id,
    ])
  return rows[0]
}
