import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121181351 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_door" drop constraint if exists "company_door_private_channel_id_unique";`);
    this.addSql(`alter table if exists "company_door" drop constraint if exists "company_door_company_id_unique";`);
    this.addSql(`create table if not exists "company_door" ("id" text not null, "company_id" text not null, "private_channel_id" text null, "publishable_key_id" text null, "access_key_sha256" text null, "renewed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_door_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_door_deleted_at" ON "company_door" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_door_company_id_unique" ON "company_door" ("company_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_door_private_channel_id_unique" ON "company_door" ("private_channel_id") WHERE private_channel_id is not null and deleted_at is null;`);

    this.addSql(`alter table if exists "company_access" add column if not exists "ended_by" text check ("ended_by" in ('customer', 'company')) null;`);

    // By hand: private companies that were approved before have their channel already.
    this.addSql(`insert into "company_door" ("id", "company_id", "private_channel_id")
      select 'cdoor_' || substr("id", 6), "id", "sales_channel_id" from "company"
       where "is_private" and "sales_channel_id" is not null and "deleted_at" is null on conflict do nothing;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company_door" cascade;`);

    this.addSql(`alter table if exists "company_access" drop column if exists "ended_by";`);
  }

}
