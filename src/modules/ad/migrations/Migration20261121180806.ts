import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121180806 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ad_image" drop constraint if exists "ad_image_url_unique";`);
    this.addSql(`create table if not exists "ad_image" ("id" text not null, "company_id" text null, "key" text not null, "url" text not null, "width" integer not null, "height" integer not null, "sha256" text not null, "unused_since" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_image_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_image_deleted_at" ON "ad_image" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_image_url_unique" ON "ad_image" ("url") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_image_company_id" ON "ad_image" ("company_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_image_unused_since" ON "ad_image" ("unused_since") WHERE unused_since is not null and deleted_at is null;`);

    this.addSql(`alter table if exists "ad_creative" add column if not exists "target" jsonb not null default '{}', add column if not exists "listing_id" text null, add column if not exists "product_id" text null;`);
    this.addSql(`alter table "ad_creative" alter column "target" drop default;`);
    // What the next charge is made of.
    this.addSql(`create index if not exists "IDX_ad_day_due" on "ad_day" ("ad_id", "day") where "spent_tiyin" > "charged_tiyin";`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ad_day_due";`);
    this.addSql(`drop table if exists "ad_image" cascade;`);

    this.addSql(`alter table if exists "ad_creative" drop column if exists "target", drop column if exists "listing_id", drop column if exists "product_id";`);
  }

}
