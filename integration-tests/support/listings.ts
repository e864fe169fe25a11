type Db = { raw: (sql: string, values?: unknown[]) => Promise<unknown> }

/**
 * Thousands of a company's listings written straight into the tables, as the list reads them: a product, a listing, a
 * variant with a barcode and a level of stock from 0 to 99 each, every tenth in a category.
 */
export async function addListings(
  db: Db,
  companyId: string,
  count: number,
  categoryId: string
): Promise<void> {
  const of = `${companyId.slice(-8)}_`
  const n = `generate_series(1, ${count}) n`
  const statements: Array<[sql: string, values: unknown[]]> = [
    [
      `insert into product (id, title, handle, status) select '${of}p' || n, 'Tovar ' || n, '${of}' || n, 'published' from ${n}`,
      [],
    ],
    [
      `insert into listing (id, company_id, product_id, name_uz, search_text, created_at)
       select '${of}l' || n, ?, '${of}p' || n, 'Tovar ' || n, 'tovar ' || n || ' 478' || lpad(n::text, 10, '0'),
              now() - n * interval '1 minute' from ${n}`,
      [companyId],
    ],
    [
      `insert into listing_variant (id, listing_id, company_id, variant_id, inventory_item_id, title, cost, markup_percent,
              price, barcode, raw_cost, raw_markup_percent, raw_price)
       select '${of}v' || n, '${of}l' || n, ?, '${of}pv' || n, '${of}i' || n, 'Oddiy', n, 10, n * 1.1,
              '478' || lpad(n::text, 10, '0'), '{}', '{}', '{}' from ${n}`,
      [companyId],
    ],
    [`insert into inventory_item (id) select '${of}i' || n from ${n}`, []],
    [
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity,
              raw_stocked_quantity, raw_reserved_quantity)
       select '${of}il' || n, '${of}i' || n, (select stock_location_id from company where id = ?), n % 100, 0, '{}', '{}'
         from ${n}`,
      [companyId],
    ],
    [
      `insert into product_category_product (product_id, product_category_id)
       select '${of}p' || n, ? from ${n} where n % 10 = 0`,
      [categoryId],
    ],
  ]
  for (const [sql, values] of statements) {
    await db.raw(sql, values)
  }
  await db.raw(
    "vacuum analyze product, listing, listing_variant, inventory_item, inventory_level, product_category_product, company"
  )
}
