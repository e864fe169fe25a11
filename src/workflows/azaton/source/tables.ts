/**
 * The tables of the old system and what their columns are called: `A` as its SQL migration made them, `B` as its handlers
 * expect them. A database may mix both, table by table.
 */

export type Profile = "A" | "B"

/** A column's own name, or its name in each profile; a profile without it reads null. */
type ColumnName = string | { A?: string; B?: string }

export type TableSpec = {
  /** Without it nothing is imported at all. */
  is_required?: true
  /** The column that tells a profile; a table without is the same in both. */
  signature?: Record<Profile, string>
  /** Columns without which the table cannot be read. */
  keys: string[]
  /** What plans call it → what it is called there. */
  columns: Record<string, ColumnName>
  /** Known, and not read on purpose. */
  unread?: string[]
}

const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]))

export const TABLES = {
  companies: {
    is_required: true,
    keys: ["id", "name", "phone"],
    columns: same(
      "id",
      "name",
      "phone",
      "is_private",
      "company_id",
      "first_name",
      "last_name",
      "rating",
      "rating_count",
      "created_at"
    ),
    // Clear text. Nothing here ever selects the first two.
    unread: ["password", "access_key", "updated_at"],
  },
  users: {
    keys: ["id", "phone_number"],
    columns: same("id", "first_name", "last_name", "phone_number", "company_id", "created_at"),
    unread: ["updated_at"],
  },
  products: {
    is_required: true,
    keys: ["id", "company_id", "name"],
    columns: same(
      "id",
      "company_id",
      "name",
      "quantity",
      "price",
      "markup_percent",
      "selling_price",
      "barcode",
      "barid",
      "category",
      "has_color_options",
      "available_for_customers",
      "images",
      "created_at"
    ),
    unread: ["markup_amount", "updated_at"],
  },
  customer_orders: {
    is_required: true,
    keys: ["id", "company_id", "order_code", "items", "total_amount", "status", "payment_confirmed"],
    columns: same(
      "id",
      "company_id",
      "user_id",
      "user_name",
      "user_phone",
      "order_code",
      "items",
      "total_amount",
      "status",
      "payment_confirmed",
      "created_date",
      "order_date",
      "confirmed_date",
      "created_at",
      "updated_at"
    ),
    unread: ["markup_profit"],
  },
  sales_history: {
    keys: ["id", "company_id", "items", "total_amount"],
    columns: same("id", "company_id", "items", "total_amount", "sale_date", "created_at"),
    unread: ["markup_profit"],
  },
  expenses: {
    signature: { A: "employee_expenses", B: "monthly_rent" },
    keys: ["id", "company_id"],
    columns: {
      ...same("id", "company_id", "created_at", "updated_at"),
      salary: { A: "employee_expenses", B: "worker_salaries" },
      utilities: { A: "electricity_expenses", B: "utility_costs" },
      purchases: { A: "purchase_costs" },
      rent: { B: "monthly_rent" },
      other: { B: "other_expenses" },
    },
  },
  company_custom_expenses: {
    keys: ["id", "company_id", "amount"],
    columns: same("id", "company_id", "name", "amount", "expense_date", "description", "created_at"),
  },
  user_cart: {
    signature: { A: "cart_data", B: "cart_items" },
    keys: ["id", "phone_number"],
    columns: { ...same("id", "phone_number", "updated_at"), cart: { A: "cart_data", B: "cart_items" } },
    unread: ["created_at"],
  },
  user_receipts: {
    signature: { A: "order_code", B: "receipt_date" },
    keys: ["id", "phone_number"],
    columns: {
      ...same("id", "phone_number", "items"),
      order_code: { A: "order_code" },
      total: { A: "total", B: "total_amount" },
      issued_at: { A: "created_at", B: "receipt_date" },
      company_id: { B: "company_id" },
    },
    unread: ["items_count", "company_name"],
  },
  user_likes: {
    signature: { A: "liked_product_ids", B: "liked_products" },
    keys: ["id", "phone_number"],
    columns: { ...same("id", "phone_number"), likes: { A: "liked_product_ids", B: "liked_products" } },
    unread: ["updated_at", "created_at"],
  },
  advertisements: {
    signature: { A: "caption", B: "title" },
    keys: ["id", "company_id"],
    columns: {
      ...same("id", "company_id", "image_url", "link_url", "status", "created_at"),
      title: { B: "title" },
      body: { A: "caption", B: "description" },
      reject_reason: { A: "rejection_reason" },
      submitted_at: { A: "submitted_at" },
      reviewed_at: { A: "reviewed_at" },
      starts_at: { B: "start_date" },
      ends_at: { B: "end_date" },
    },
    unread: ["company_name", "smm_post_id", "reviewed_by", "updated_at"],
  },
  company_ratings: {
    keys: ["id", "company_id", "customer_id", "rating"],
    columns: same("id", "company_id", "customer_id", "rating", "created_at"),
    unread: ["updated_at"],
  },
} satisfies Record<string, TableSpec>

export type TableName = keyof typeof TABLES

/** Only the older hosted version has it; that one is another system. */
export const HOSTED_SIGNATURE = { table: "customer_orders", column: "receipt_code" } as const
