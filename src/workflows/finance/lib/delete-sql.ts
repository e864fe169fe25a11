/** Statements that empty facts: of one company (`:company`), on some days (`:days`) or ever. */

/** Months that the days lie in. */
export const MONTHS = `(select distinct cast(date_trunc('month', cast(text as date)) as date)
  from jsonb_array_elements_text(cast(:days as jsonb)) text)`

const DAYS_GIVEN = `(select cast(text as date) from jsonb_array_elements_text(cast(:days as jsonb)) text)`

/** Old facts of the days, in one statement. */
export const DELETE_FACTS = `
  with day as (delete from finance_day where company_id = :company and day in ${DAYS_GIVEN}),
       slice as (delete from finance_slice where company_id = :company and day in ${DAYS_GIVEN}),
       goods as (delete from finance_goods_day where company_id = :company and day in ${DAYS_GIVEN})
  delete from finance_goods_month where company_id = :company and month in ${MONTHS}`

/** Everything that is known of a company. */
export const DELETE_ALL = [
  "finance_day",
  "finance_slice",
  "finance_goods_day",
  "finance_goods_month",
  "finance_buyer",
].map((table) => `delete from ${table} where company_id = :company`)
