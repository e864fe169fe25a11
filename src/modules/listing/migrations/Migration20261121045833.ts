import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121045833 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "listing_variant" drop constraint if exists "listing_variant_company_id_shop_code_unique";`);
    this.addSql(`alter table if exists "listing_variant" drop constraint if exists "listing_variant_company_id_barcode_unique";`);
    this.addSql(`alter table if exists "listing_variant" drop constraint if exists "listing_variant_variant_id_unique";`);
    this.addSql(`alter table if exists "listing" drop constraint if exists "listing_product_id_unique";`);
    this.addSql(`create table if not exists "listing" ("id" text not null, "company_id" text not null, "product_id" text not null, "name_uz" text not null, "name_ru" text null, "name_en" text null, "search_text" text not null, "is_visible" boolean not null default true, "status" text check ("status" in ('active', 'archived')) not null default 'active', "ikpu" text null, "package_code" text null, "vat_percent" numeric null, "raw_vat_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_deleted_at" ON "listing" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_product_id_unique" ON "listing" ("product_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_company_id_created_at" ON "listing" ("company_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "listing_variant" ("id" text not null, "listing_id" text not null, "company_id" text not null, "variant_id" text not null, "inventory_item_id" text not null, "title" text not null, "rank" integer not null default 0, "cost" numeric not null, "markup_percent" numeric not null, "price" numeric not null, "barcode" text null, "shop_code" text null, "is_live" boolean not null default true, "raw_cost" jsonb not null, "raw_markup_percent" jsonb not null, "raw_price" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_variant_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_variant_listing_id" ON "listing_variant" ("listing_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_variant_deleted_at" ON "listing_variant" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_variant_variant_id_unique" ON "listing_variant" ("variant_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_variant_company_id_barcode_unique" ON "listing_variant" ("company_id", "barcode") WHERE barcode is not null and is_live and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_variant_company_id_shop_code_unique" ON "listing_variant" ("company_id", "shop_code") WHERE shop_code is not null and is_live and deleted_at is null;`);

    this.addSql(`alter table if exists "listing_variant" add constraint "listing_variant_listing_id_foreign" foreign key ("listing_id") references "listing" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "listing_variant" drop constraint if exists "listing_variant_listing_id_foreign";`);

    this.addSql(`drop table if exists "listing" cascade;`);

    this.addSql(`drop table if exists "listing_variant" cascade;`);
  }

}
