import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121145353 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company" drop constraint if exists "company_code_unique";`);
    this.addSql(`alter table if exists "company_access" drop constraint if exists "company_access_company_id_customer_id_unique";`);
    this.addSql(`create table if not exists "company_access" ("id" text not null, "company_id" text not null, "customer_id" text not null, "granted_at" timestamptz not null, "source" text not null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_access_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_access_deleted_at" ON "company_access" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_access_company_id_customer_id_unique" ON "company_access" ("company_id", "customer_id") WHERE revoked_at is null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_access_customer_id" ON "company_access" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "company" add column if not exists "code" text null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_code_unique" ON "company" ("code") WHERE code is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company_access" cascade;`);

    this.addSql(`drop index if exists "IDX_company_code_unique";`);
    this.addSql(`alter table if exists "company" drop column if exists "code";`);
  }

}
