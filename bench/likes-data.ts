import { writeFile } from "node:fs/promises"
import { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openMarket } from "../src/demo/open-market"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../src/workflows/company"

export const GOODS = 10_000
const OWNERS = 100_000
export const LIKES = 1_000_000

export type LikesData = { publishable_key: string }

/** A company with 10 000 goods, and a million likes of 100 000 visitors, by plain SQL. Run by `npm run bench`. */
export default async function fillLikes({ container, args }: ExecArgs) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ token: string }> }>(
    `select token from api_key where type = 'publishable' and deleted_at is null limit 1`
  )
  const { publishable_key } = rows[0] ? { publishable_key: rows[0].token } : await openMarket(container, [])
  const { result } = await createCompanyWorkflow(container).run({
    input: { company: { name: "Yoqtirishlar", phone: "+998901234568" } },
  })
  await approveCompanyWorkflow(container).run({ input: { company_id: result.company.id } })
  for (const statement of statements(result.company.id)) {
    await knex.raw(statement)
  }
  await writeFile(args[0], JSON.stringify({ publishable_key } satisfies LikesData))
}

const RAW = `'{"value":"1000","precision":20}'::jsonb`

function statements(company: string): string[] {
  return [
    `insert into product (id, title, handle, status) select 'prod_bench' || n, 'Tovar ' || n, 'bench-' || n, 'published'
       from generate_series(1, ${GOODS}) n`,
    `insert into product_variant (id, title, product_id, manage_inventory)
     select 'variant_bench' || n, '1', 'prod_bench' || n, false from generate_series(1, ${GOODS}) n`,
    `insert into listing (id, company_id, product_id, name_uz, search_text)
     select 'list_bench' || n, '${company}', 'prod_bench' || n, 'Tovar ' || n, 'tovar ' || n
       from generate_series(1, ${GOODS}) n`,
    `insert into listing_variant (id, listing_id, company_id, variant_id, inventory_item_id, title, cost, raw_cost, markup_percent,
            raw_markup_percent, price, raw_price)
     select 'lvar_bench' || n, 'list_bench' || n, '${company}', 'variant_bench' || n, 'iitem_bench' || n, '1', 1000, ${RAW},
            0, ${RAW}, 1000, ${RAW} from generate_series(1, ${GOODS}) n`,
    `insert into product_like (owner_id, product_id, liked_at)
     select 'vis_bench' || (n % ${OWNERS}), 'prod_bench' || (1 + (n % ${OWNERS} * 7 + n / ${OWNERS} * 997) % ${GOODS}),
            now() - n % 7776000 * interval '1 second' from generate_series(0, ${LIKES - 1}) n on conflict do nothing`,
    `insert into product_like_count select product_id, count(*) from product_like group by 1`,
    `insert into like_owner (owner_id, like_count) select owner_id, count(*) from product_like group by 1`,
    `insert into like_watch (variant_id, product_id, price, is_in_stock)
     select 'variant_bench' || n, 'prod_bench' || n, 1000, true from generate_series(1, ${GOODS}) n`,
    `vacuum analyze product_like, product_like_count, like_owner, like_watch, product, product_variant, listing, listing_variant`,
  ]
}
