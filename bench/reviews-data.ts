import { writeFile } from "node:fs/promises"
import { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openMarket } from "../src/demo/open-market"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../src/workflows/company"

export const GOODS = 1_000
export const REVIEWS = 100_000
const CUSTOMERS = 20_000

export type ReviewsData = { publishable_key: string; seconds: number }

/**
 * A company with 1 000 goods and 100 000 reviews of them, some goods with many and most with few, votes and photos, by plain
 * SQL; the triggers count. Run by `npm run bench`.
 */
export default async function fillReviews({ container, args }: ExecArgs) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ token: string }> }>(
    `select token from api_key where type = 'publishable' and deleted_at is null limit 1`
  )
  const { publishable_key } = rows[0] ? { publishable_key: rows[0].token } : await openMarket(container, [])
  const { result } = await createCompanyWorkflow(container).run({
    input: { company: { name: "Sharhlar", phone: "+998901234569" } },
  })
  await approveCompanyWorkflow(container).run({ input: { company_id: result.company.id } })
  const startedAt = Date.now()
  for (const statement of statements(result.company.id)) {
    await knex.raw(statement)
  }
  const seconds = (Date.now() - startedAt) / 1_000
  await writeFile(args[0], JSON.stringify({ publishable_key, seconds } satisfies ReviewsData))
}

/** Squares crowd the first goods: the most reviewed has some three thousand, the last ones fifty. */
const PRODUCT = `'prod_rev' || (1 + floor(pow((n::numeric * 7919 % ${REVIEWS}) / ${REVIEWS}, 2) * ${GOODS})::int)`

const statements = (company: string): string[] => [
  `insert into customer (id, first_name, last_name, has_account)
   select 'cus_rev' || n, 'Dilnoza', 'Karimova ' || n, true from generate_series(1, ${CUSTOMERS}) n`,
  `insert into product (id, title, handle, status) select 'prod_rev' || n, 'Tovar ' || n, 'rev-' || n, 'published'
     from generate_series(1, ${GOODS}) n`,
  `insert into listing (id, company_id, product_id, name_uz, search_text)
   select 'list_rev' || n, '${company}', 'prod_rev' || n, 'Tovar ' || n, 'tovar ' || n from generate_series(1, ${GOODS}) n`,
  `insert into product_review (id, product_id, company_id, customer_id, stars, text, pros, quality_stars, locale, status, created_at)
   select 'prev_rev' || n, ${PRODUCT}, '${company}', 'cus_rev' || (1 + n % ${CUSTOMERS}), 1 + n % 5,
          repeat('Juda yaxshi mahsulot, tavsiya qilaman. ', 4), 'Sifatli', 1 + n % 5, (array['uz', 'ru', 'en'])[1 + n % 3],
          case when n % 20 = 0 then 'pending' else 'approved' end, now() - n * interval '5 minutes'
     from generate_series(1, ${REVIEWS}) n on conflict do nothing`,
  `insert into review_vote (id, review_id, customer_id, is_helpful)
   select 'rvot_rev' || n, 'prev_rev' || (1 + n % ${REVIEWS / 4} * 4), 'cus_rev' || (1 + n % ${CUSTOMERS}), n % 5 > 0
     from generate_series(1, ${REVIEWS}) n
     where exists (select 1 from product_review r where r.id = 'prev_rev' || (1 + n % ${REVIEWS / 4} * 4)) on conflict do nothing`,
  `insert into review_photo (id, review_id, url, file_key, thumbnail_url, thumbnail_key, width, height, is_approved)
   select 'rpho_rev' || r.id, r.id, 'https://cdn.example.com/' || r.id, r.id, 'https://cdn.example.com/s-' || r.id, r.id, 8, 8, true
     from product_review r where right(r.id, 1) = '7'`,
  `vacuum analyze product_review, product_review_stat, review_vote, review_photo, customer, product, listing`,
]
