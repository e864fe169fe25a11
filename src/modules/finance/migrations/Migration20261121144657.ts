import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121144657 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "finance_mark" ("id" text not null, "company_id" text not null, "day" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "finance_mark_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_finance_mark_deleted_at" ON "finance_mark" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_finance_mark_company_id_day" ON "finance_mark" ("company_id", "day") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "finance_mark" cascade;`);
  }

}
