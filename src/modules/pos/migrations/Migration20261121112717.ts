import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112717 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "pos_shift" drop constraint if exists "pos_shift_member_id_unique";`);
    this.addSql(`alter table if exists "pos_sale_line" drop constraint if exists "pos_sale_line_sale_id_rank_unique";`);
    this.addSql(`alter table if exists "pos_sale" drop constraint if exists "pos_sale_order_id_unique";`);
    this.addSql(`alter table if exists "pos_sale" drop constraint if exists "pos_sale_company_id_client_id_unique";`);
    this.addSql(`alter table if exists "pos_return" drop constraint if exists "pos_return_company_id_client_id_unique";`);
    this.addSql(`alter table if exists "pos_cash_movement" drop constraint if exists "pos_cash_movement_sale_id_unique";`);
    this.addSql(`alter table if exists "pos_cash_movement" drop constraint if exists "pos_cash_movement_company_id_client_id_unique";`);
    this.addSql(`create table if not exists "pos_cash_movement" ("id" text not null, "company_id" text not null, "shift_id" text not null, "kind" text check ("kind" in ('manual', 'dropped_sale')) not null default 'manual', "note" text not null, "client_id" text null, "sale_id" text null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_cash_movement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_cash_movement_deleted_at" ON "pos_cash_movement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_cash_movement_company_id_client_id_unique" ON "pos_cash_movement" ("company_id", "client_id") WHERE client_id is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_cash_movement_shift_id" ON "pos_cash_movement" ("shift_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_cash_movement_sale_id_unique" ON "pos_cash_movement" ("sale_id") WHERE sale_id is not null and deleted_at is null;`);

    this.addSql(`create table if not exists "pos_return" ("id" text not null, "company_id" text not null, "sale_id" text not null, "shift_id" text not null, "client_id" text not null, "fingerprint" text not null, "status" text check ("status" in ('placing', 'done')) not null default 'placing', "method" text check ("method" in ('cash', 'card')) not null, "restock" boolean not null, "reason" text not null, "lines" jsonb not null, "refund_id" text null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_return_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_return_deleted_at" ON "pos_return" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_return_company_id_client_id_unique" ON "pos_return" ("company_id", "client_id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_return_sale_id" ON "pos_return" ("sale_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_return_shift_id" ON "pos_return" ("shift_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_return_status_updated_at" ON "pos_return" ("status", "updated_at") WHERE status = 'placing' and deleted_at is null;`);

    this.addSql(`create table if not exists "pos_sale" ("id" text not null, "company_id" text not null, "shift_id" text not null, "member_id" text not null, "client_id" text not null, "fingerprint" text not null, "status" text check ("status" in ('placing', 'done', 'review', 'dropped')) not null default 'placing', "is_offline" boolean not null default false, "sold_at" timestamptz not null, "customer_phone" text null, "note" text null, "problems" jsonb not null, "order_id" text not null, "group_id" text not null, "created_by" text null, "settle_action" text check ("settle_action" in ('force', 'drop')) null, "settle_note" text null, "settled_by" text null, "settled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_sale_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_deleted_at" ON "pos_sale" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_sale_company_id_client_id_unique" ON "pos_sale" ("company_id", "client_id");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_sale_order_id_unique" ON "pos_sale" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_company_id_sold_at" ON "pos_sale" ("company_id", "sold_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_shift_id" ON "pos_sale" ("shift_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_status_updated_at" ON "pos_sale" ("status", "updated_at") WHERE status = 'placing' and deleted_at is null;`);

    this.addSql(`create table if not exists "pos_sale_line" ("id" text not null, "sale_id" text not null, "rank" integer not null, "listing_variant_id" text not null, "variant_id" text not null, "title" text not null, "quantity" integer not null, "company_order_line_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_sale_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_line_deleted_at" ON "pos_sale_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_sale_line_sale_id_rank_unique" ON "pos_sale_line" ("sale_id", "rank") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "pos_shift" ("id" text not null, "company_id" text not null, "member_id" text not null, "member_name" text not null, "register" text null, "status" text check ("status" in ('open', 'closed')) not null default 'open', "opened_at" timestamptz not null, "closed_at" timestamptz null, "closed_by" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_shift_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_shift_deleted_at" ON "pos_shift" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_shift_member_id_unique" ON "pos_shift" ("member_id") WHERE status = 'open' and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_shift_company_id_opened_at" ON "pos_shift" ("company_id", "opened_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "pos_stock_correction" ("id" text not null, "company_id" text not null, "sale_id" text not null, "inventory_item_id" text not null, "location_id" text not null, "quantity" integer not null, "note" text not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_stock_correction_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_stock_correction_deleted_at" ON "pos_stock_correction" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_stock_correction_sale_id" ON "pos_stock_correction" ("sale_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_stock_correction_inventory_item_id" ON "pos_stock_correction" ("inventory_item_id") WHERE deleted_at IS NULL;`);

    // Columns that only SQL reads and writes: whole so'm, which must not pass through a float.
    this.addSql(`alter table "pos_shift" add column if not exists "opening_cash" bigint not null check ("opening_cash" >= 0), add column if not exists "counted_cash" bigint null check ("counted_cash" >= 0);`);
    this.addSql(`alter table "pos_cash_movement" add column if not exists "amount" bigint not null check ("amount" <> 0);`);
    this.addSql(`alter table "pos_sale"
      add column if not exists "discount" bigint not null check ("discount" >= 0),
      add column if not exists "total" bigint not null check ("total" >= 0),
      add column if not exists "cash_amount" bigint not null check ("cash_amount" >= 0),
      add column if not exists "card_amount" bigint not null check ("card_amount" >= 0),
      add column if not exists "tendered" bigint null,
      add constraint "pos_sale_paid_check" check ("cash_amount" + "card_amount" = "total" and coalesce("tendered", "cash_amount") >= "cash_amount");`);
    this.addSql(`alter table "pos_sale_line"
      add column if not exists "seen_price" bigint not null,
      add column if not exists "unit_price" bigint not null check ("unit_price" >= 0),
      add column if not exists "discount" bigint not null check ("discount" >= 0),
      add column if not exists "total" bigint not null,
      add constraint "pos_sale_line_total_check" check ("quantity" > 0 and "total" >= 0 and "total" = "unit_price" * "quantity" - "discount");`);
    this.addSql(`alter table "pos_return" add column if not exists "amount" bigint not null default 0;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pos_cash_movement" cascade;`);

    this.addSql(`drop table if exists "pos_return" cascade;`);

    this.addSql(`drop table if exists "pos_sale" cascade;`);

    this.addSql(`drop table if exists "pos_sale_line" cascade;`);

    this.addSql(`drop table if exists "pos_shift" cascade;`);

    this.addSql(`drop table if exists "pos_stock_correction" cascade;`);
  }

}
