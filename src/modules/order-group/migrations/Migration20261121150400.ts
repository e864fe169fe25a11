import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What the sales journal is walked and filtered by; it is ordered by the moment of payment, not of ordering. */
export class Migration20261121150400 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_channel_paid_at" ON "company_order" ("company_id", "channel", "paid_at") WHERE paid_at is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_paid_provider_id_paid_at" ON "company_order" ("company_id", "paid_provider_id", "paid_at") WHERE paid_at is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_line_variant_id" ON "company_order_line" ("variant_id") WHERE variant_id is not null and deleted_at is null;`);
    // By hand: goods that are nobody's listing are found by the name on the line, written as \`toSearchText\` writes names. Where
    // pg_trgm is not installed, those few lines are read one by one.
    this.addSql(`do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists "IDX_company_order_line_title_trgm" on "company_order_line"
        using gin (lower(translate(title, 'ʻʼ‘’\`´', '''''''''''''')) gin_trgm_ops) where listing_id is null and deleted_at is null;
    exception when others then
      raise notice 'no index for names of goods without a listing: %', sqlerrm;
    end $$;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_company_order_company_id_channel_paid_at", "IDX_company_order_company_id_paid_provider_id_paid_at", "IDX_company_order_line_variant_id", "IDX_company_order_line_title_trgm";`);
  }

}
