import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121060749 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_order_line" drop constraint if exists "company_order_line_line_item_id_unique";`);
    this.addSql(`alter table if exists "company_order" drop constraint if exists "company_order_company_id_short_code_unique";`);
    this.addSql(`alter table if exists "company_order" drop constraint if exists "company_order_order_id_unique";`);
    this.addSql(`alter table if exists "order_group" drop constraint if exists "order_group_token_unique";`);
    this.addSql(`alter table if exists "order_group" drop constraint if exists "order_group_cart_id_unique";`);
    this.addSql(`create table if not exists "order_group" ("id" text not null, "cart_id" text not null, "status" text check ("status" in ('placing', 'pending', 'paid', 'expired', 'canceled', 'refunded')) not null default 'placing', "customer_id" text null, "email" text null, "currency_code" text not null, "total" numeric not null default 0, "provider_id" text null, "token" text not null, "expires_at" timestamptz null, "paid_at" timestamptz null, "raw_total" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_group_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_group_deleted_at" ON "order_group" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_group_cart_id_unique" ON "order_group" ("cart_id");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_group_token_unique" ON "order_group" ("token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_group_customer_id_created_at" ON "order_group" ("customer_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_group_status_expires_at" ON "order_group" ("status", "expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "company_order" ("id" text not null, "group_id" text not null, "company_id" text not null, "order_id" text not null, "short_code" text not null, "rank" integer not null default 0, "currency_code" text not null, "item_total" numeric not null, "shipping_total" numeric not null, "discount_total" numeric not null, "tax_total" numeric not null, "total" numeric not null, "commission_percent" numeric not null, "payment_collection_id" text null, "payment_session_id" text null, "customer_name" text null, "customer_phone" text null, "raw_item_total" jsonb not null, "raw_shipping_total" jsonb not null, "raw_discount_total" jsonb not null, "raw_tax_total" jsonb not null, "raw_total" jsonb not null, "raw_commission_percent" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_group_id" ON "company_order" ("group_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_deleted_at" ON "company_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_order_order_id_unique" ON "company_order" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_order_company_id_short_code_unique" ON "company_order" ("company_id", "short_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_created_at" ON "company_order" ("company_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_payment_collection_id" ON "company_order" ("payment_collection_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "company_order_line" ("id" text not null, "company_order_id" text not null, "line_item_id" text not null, "variant_id" text null, "listing_id" text null, "title" text not null, "quantity" numeric not null, "unit_price" numeric not null, "discount" numeric not null, "cost" numeric null, "markup_percent" numeric null, "ikpu" text null, "package_code" text null, "vat_percent" numeric null, "raw_quantity" jsonb not null, "raw_unit_price" jsonb not null, "raw_discount" jsonb not null, "raw_cost" jsonb null, "raw_markup_percent" jsonb null, "raw_vat_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_order_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_line_company_order_id" ON "company_order_line" ("company_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_line_deleted_at" ON "company_order_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_order_line_line_item_id_unique" ON "company_order_line" ("line_item_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "company_order" add constraint "company_order_group_id_foreign" foreign key ("group_id") references "order_group" ("id") on update cascade;`);

    this.addSql(`alter table if exists "company_order_line" add constraint "company_order_line_company_order_id_foreign" foreign key ("company_order_id") references "company_order" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "company_order" drop constraint if exists "company_order_group_id_foreign";`);

    this.addSql(`alter table if exists "company_order_line" drop constraint if exists "company_order_line_company_order_id_foreign";`);

    this.addSql(`drop table if exists "order_group" cascade;`);

    this.addSql(`drop table if exists "company_order" cascade;`);

    this.addSql(`drop table if exists "company_order_line" cascade;`);
  }

}
