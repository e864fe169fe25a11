type Db = { raw: (sql: string, values?: unknown[]) => Promise<unknown> }

type Reviewed = { product_id: string; company_id: string; customer_id: string }

/** A review that others see, written straight into the tables. */
async function addReview(db: Db, id: string, of: Reviewed): Promise<string> {
  await db.raw(
    `insert into product_review (id, product_id, company_id, customer_id, stars, text, locale, status)
     values (?, ?, ?, ?, 5, 'Juda yaxshi', 'uz', 'approved')`,
    [id, of.product_id, of.company_id, of.customer_id]
  )
  return id
}

/**
 * Reviews of a company's goods by a shopper and by somebody else, a photo of the shopper's, further goods that the shopper
 * has and has not reviewed, and a word of the operator's list.
 */
export async function makeReviews(
  db: Db,
  of: Reviewed & { other_id: string; bought: { id: string; variant_id: string; product_id: string } }
) {
  const review = await addReview(db, "prev_walk", of)
  const foreignReview = await addReview(db, "prev_other", { ...of, customer_id: of.other_id })
  await db.raw(
    `insert into review_photo (id, review_id, url, file_key, thumbnail_url, thumbnail_key, width, height, is_approved)
     values ('rpho_walk', ?, 'http://localhost/a.webp', 'a.webp', 'http://localhost/b.webp', 'b.webp', 8, 8, true)`,
    [review]
  )
  await db.raw("insert into review_word (id, word, skeleton) values ('rwrd_walk', 'bema‘ni', 'bemani')")
  await addPurchase(db, { ...of, listing: of.bought, is_legacy: true, paid_days_ago: 2 })
  return {
    review,
    foreignReview,
    reviewPhoto: "rpho_walk",
    reviewWord: "rwrd_walk",
    boughtProduct: of.bought.product_id,
  }
}

export type PurchaseFacts = {
  customer_id: string
  company_id: string
  listing: { id: string; variant_id: string }
  paid?: boolean
  canceled?: boolean
  /** All of its money went back. */
  returned?: boolean
  /** How long ago the buyer got it; null while it is under way. */
  delivered_days_ago?: number | null
  paid_days_ago?: number
  channel?: "web" | "pos"
  is_legacy?: boolean
}

const RAW = `'{"value":"0","precision":20}'::jsonb`
let serial = 0

/** An order of one line as it stands after whatever became of it, written straight into the tables. */
export async function addPurchase(db: Db, facts: PurchaseFacts): Promise<string> {
  const n = ++serial
  const { channel = "web", paid = true, delivered_days_ago = null, paid_days_ago = 400 } = facts
  await db.raw(
    `insert into order_group (id, cart_id, status, customer_id, currency_code, token) values (?, ?, 'paid', ?, 'uzs', ?)`,
    [`ogrp_r${n}`, `${channel === "pos" ? "pos:" : "cart_"}r${n}`, facts.customer_id, `token_r${n}`]
  )
  await db.raw(
    `insert into company_order (id, group_id, company_id, order_id, short_code, currency_code, item_total, shipping_total,
       discount_total, tax_total, total, refunded_total, commission_percent, raw_item_total, raw_shipping_total,
       raw_discount_total, raw_tax_total, raw_total, raw_commission_percent, paid_at, delivered_at, canceled_at, is_legacy)
     values (?, ?, ?, ?, ?, 'uzs', 100, 0, 0, 0, 100, ?, 0, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW},
       case when ? then now() - ? * interval '1 day' end, now() - ?::int * interval '1 day',
       case when ? then now() end, ?)`,
    [
      `cord_r${n}`,
      `ogrp_r${n}`,
      facts.company_id,
      `order_r${n}`,
      `9${String(n).padStart(5, "0")}`,
      facts.returned ? 100 : 0,
      paid,
      paid_days_ago,
      delivered_days_ago,
      !!facts.canceled,
      !!facts.is_legacy,
    ]
  )
  await db.raw(
    `insert into company_order_line (id, company_order_id, line_item_id, variant_id, listing_id, title, quantity, unit_price,
       discount, raw_quantity, raw_unit_price, raw_discount) values (?, ?, ?, ?, ?, 'Non', 1, 100, 0, ${RAW}, ${RAW}, ${RAW})`,
    [`cline_r${n}`, `cord_r${n}`, `item_r${n}`, facts.listing.variant_id, facts.listing.id]
  )
  return `cord_r${n}`
}
