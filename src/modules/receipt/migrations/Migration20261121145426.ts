import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121145426 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "legacy_receipt" ("id" text not null, "company_id" text null, "company_order_id" text null, "order_id" text null, "number" text null, "phone" text not null, "currency_code" text not null, "total" numeric not null, "lines" jsonb not null, "issued_at" timestamptz not null, "raw_total" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "legacy_receipt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_receipt_deleted_at" ON "legacy_receipt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_receipt_company_order_id" ON "legacy_receipt" ("company_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_receipt_company_id_issued_at" ON "legacy_receipt" ("company_id", "issued_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_receipt_phone" ON "legacy_receipt" ("phone") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "legacy_receipt" cascade;`);
  }

}
