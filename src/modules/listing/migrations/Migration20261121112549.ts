import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112549 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "listing_image" drop constraint if exists "listing_image_url_unique";`);
    this.addSql(`create table if not exists "listing_image" ("id" text not null, "company_id" text not null, "url" text not null, "file_key" text not null, "thumbnail_url" text not null, "thumbnail_key" text not null, "width" integer not null, "height" integer not null, "unused_since" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_image_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_image_deleted_at" ON "listing_image" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_image_url_unique" ON "listing_image" ("url") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_image_company_id" ON "listing_image" ("company_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_image_unused_since" ON "listing_image" ("unused_since") WHERE unused_since is not null and deleted_at is null;`);

    this.addSql(`drop index if exists "IDX_listing_company_id_created_at";`);

    // What is included lets a page be found without reading the rows themselves.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_company_id_status_created_at" ON "listing" ("company_id", "status", "created_at") INCLUDE ("id", "is_visible") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_company_id_status_name_uz" ON "listing" ("company_id", "status", "name_uz") INCLUDE ("id", "is_visible") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "listing_variant" add column if not exists "low_stock" integer null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_variant_company_id_listing_id" ON "listing_variant" ("company_id", "listing_id") INCLUDE ("inventory_item_id", "price", "low_stock") WHERE deleted_at IS NULL;`);

    // pg_trgm is "trusted": the owner of a database may create it. Where it is not installed, a search reads the
    // company's own rows instead, which the index on company_id finds.
    this.addSql(`do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists "IDX_listing_search_text_trgm" on "listing" using gin ("search_text" gin_trgm_ops) where deleted_at is null;
    exception when others then
      raise notice 'no index for searches in the warehouse: %', sqlerrm;
    end $$;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_listing_search_text_trgm";`);
    this.addSql(`drop table if exists "listing_image" cascade;`);

    this.addSql(`drop index if exists "IDX_listing_company_id_status_created_at";`);
    this.addSql(`drop index if exists "IDX_listing_company_id_status_name_uz";`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_company_id_created_at" ON "listing" ("company_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`drop index if exists "IDX_listing_variant_company_id_listing_id";`);
    this.addSql(`alter table if exists "listing_variant" drop column if exists "low_stock";`);
  }

}
