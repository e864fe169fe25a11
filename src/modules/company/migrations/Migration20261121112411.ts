import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112411 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_role" drop constraint if exists "company_role_company_id_name_unique";`);
    this.addSql(`create table if not exists "company_role" ("id" text not null, "company_id" text not null, "name" text not null, "permissions" text[] not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_role_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_role_deleted_at" ON "company_role" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_role_company_id_name_unique" ON "company_role" ("company_id", "name") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "company" add column if not exists "logo_url" text null, add column if not exists "payment_notes" jsonb null, add column if not exists "opening_hours" jsonb null;`);

    this.addSql(`alter table if exists "company_member" add column if not exists "role_id" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_member_role_id" ON "company_member" ("role_id") WHERE role_id is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company_role" cascade;`);

    this.addSql(`alter table if exists "company" drop column if exists "logo_url", drop column if exists "payment_notes", drop column if exists "opening_hours";`);

    this.addSql(`drop index if exists "IDX_company_member_role_id";`);
    this.addSql(`alter table if exists "company_member" drop column if exists "role_id";`);
  }

}
