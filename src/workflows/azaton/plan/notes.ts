import { Entity, Note, Planned } from "../types"
import { checksumOf } from "./checksum"

/** Everything that a plan's notes may say, but for the writer's own; docs/azaton.md tells what each means. */
export type NoteCode =
  | "ad_link_dropped"
  | "ad_needs_end_date"
  | "barcode_duplicate_in_company"
  | "barcode_invalid"
  | "cart_empty"
  | "cart_line_dropped"
  | "category_marker"
  | "company_code_generated"
  | "company_default_empty"
  | "company_from_items"
  | "company_link_unknown"
  | "customer_merged"
  | "date_in_future"
  | "empty_sale"
  | "expense_not_positive"
  | "images_dropped"
  | "invalid_phone"
  | "items_double_encoded"
  | "items_invalid"
  | "like_dropped"
  | "line_dropped"
  | "line_product_missing"
  | "line_quantity_cut"
  | "markup_at_ceiling"
  | "order_code_collision"
  | "order_split"
  | "order_without_company"
  | "owner_phone_taken"
  | "paid_flag_conflict"
  | "price_out_of_range"
  | "rating_cache_differs"
  | "rating_merged"
  | "rating_without_customer"
  | "receipt_duplicate"
  | "receipt_orphan"
  | "row_invalid"
  | "sale_is_order"
  | "shop_code_duplicate_in_company"
  | "stale_selling_price"
  | "stock_negative"
  | "stock_out_of_range"
  | "total_mismatch"
  | "unknown_status"

/** Collects what is odd about a row. */
export class Notes {
  readonly list: Note[] = []

  add(code: NoteCode, text: string): void {
    this.list.push({ code, text })
  }
}

type Facts = { table: string; legacy_id: string; part?: string; merged_into?: string; notes?: Notes }

/** A plan with its checksum, which also covers what the row was merged into. */
export function planned<Value>(entity: Entity, value: Value | null, facts: Facts): Planned<Value> {
  const { table, legacy_id, part = "", merged_into, notes } = facts
  return {
    entity,
    table,
    legacy_id,
    part,
    value,
    ...(merged_into !== undefined && { merged_into }),
    notes: notes?.list ?? [],
    checksum: checksumOf(merged_into === undefined ? value : { merged_into }),
  }
}
