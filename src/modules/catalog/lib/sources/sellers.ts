import { goods, Source, thing } from "./source"

/** Who sells, and what buyers have made of it. */
export const SELLERS: Source[] = [
  {
    table: "listing",
    columns: [
      "product_id",
      "company_id",
      "name_uz",
      "name_ru",
      "name_en",
      "is_visible",
      "status",
      "deleted_at",
    ],
    concerns: goods("m.product_id"),
  },
  { table: "company", columns: ["name", "handle", "deleted_at"], concerns: thing("company", "m.id") },
  {
    table: "company_rating_stat",
    key: ["company_id"],
    columns: ["average", "count"],
    concerns: thing("company_rating", "m.company_id"),
    isSingle: true,
  },
  {
    // On the company's own page.
    table: "company_follow_count",
    key: ["company_id"],
    columns: ["follower_count"],
    concerns: thing("page", "m.company_id"),
    isSingle: true,
  },
  {
    table: "product_review_stat",
    key: ["product_id"],
    columns: ["average", "count", "score"],
    concerns: goods("m.product_id"),
  },
  {
    table: "product_like_count",
    key: ["product_id"],
    columns: ["like_count"],
    concerns: goods("m.product_id"),
    isSingle: true,
  },
  {
    table: "company_order",
    columns: ["paid_at", "canceled_at", "order_canceled_at", "deleted_at"],
    concerns: goods(
      "v.product_id",
      `join company_order_line n on n.company_order_id = m.id and n.deleted_at is null
         and m.paid_at is not null join product_variant v on v.id = n.variant_id`
    ),
    isSingle: true,
  },
]
