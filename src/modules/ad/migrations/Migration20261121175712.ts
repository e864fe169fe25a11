import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121175712 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ad_placement" drop constraint if exists "ad_placement_code_unique";`);
    this.addSql(`alter table if exists "ad_creative" drop constraint if exists "ad_creative_ad_id_revision_unique";`);
    this.addSql(`create table if not exists "ad" ("id" text not null, "company_id" text null, "name" text not null, "kind" text check ("kind" in ('banner', 'listing')) not null default 'banner', "placement" text not null, "listing_id" text null, "product_id" text null, "status" text check ("status" in ('draft', 'pending', 'approved', 'rejected', 'expired')) not null default 'draft', "reject_reason" text null, "is_paused" boolean not null default false, "pause_reason" text null, "starts_at" timestamptz null, "ends_at" timestamptz null, "price_model" text check ("price_model" in ('cpm', 'cpc')) not null default 'cpm', "price_tiyin" numeric not null default 0, "total_budget_tiyin" numeric null, "daily_budget_tiyin" numeric null, "pacing" text check ("pacing" in ('even', 'fast')) not null default 'even', "frequency_cap" integer null, "target" jsonb not null, "created_by" text null, "submitted_at" timestamptz null, "reviewed_at" timestamptz null, "reviewed_by" text null, "expired_at" timestamptz null, "impressions" numeric not null default 0, "clicks" numeric not null default 0, "spent_tiyin" numeric not null default 0, "source" text check ("source" in ('manual', 'legacy')) not null default 'manual', "raw_price_tiyin" jsonb not null default '{"value":"0","precision":20}', "raw_total_budget_tiyin" jsonb null, "raw_daily_budget_tiyin" jsonb null, "raw_impressions" jsonb not null default '{"value":"0","precision":20}', "raw_clicks" jsonb not null default '{"value":"0","precision":20}', "raw_spent_tiyin" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_deleted_at" ON "ad" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_company_id_created_at_id" ON "ad" ("company_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_status_submitted_at_id" ON "ad" ("status", "submitted_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_listing_id" ON "ad" ("listing_id") WHERE listing_id is not null and deleted_at is null;`);

    this.addSql(`create table if not exists "ad_charge" ("id" text not null, "ad_id" text not null, "company_id" text not null, "day" text not null, "amount_tiyin" numeric not null, "occurred_at" timestamptz not null, "posted_at" timestamptz null, "raw_amount_tiyin" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_charge_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_charge_deleted_at" ON "ad_charge" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_charge_company_id_day" ON "ad_charge" ("company_id", "day") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_charge_occurred_at" ON "ad_charge" ("occurred_at") WHERE posted_at is null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_charge_ad_id_day" ON "ad_charge" ("ad_id", "day") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ad_creative" ("id" text not null, "ad_id" text not null, "revision" integer not null default 1, "status" text check ("status" in ('draft', 'pending', 'approved', 'rejected', 'superseded')) not null default 'draft', "content" jsonb not null, "reject_reason" text null, "submitted_at" timestamptz null, "reviewed_at" timestamptz null, "reviewed_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_creative_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_creative_ad_id" ON "ad_creative" ("ad_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_creative_deleted_at" ON "ad_creative" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_creative_ad_id_revision_unique" ON "ad_creative" ("ad_id", "revision") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_creative_live" ON "ad_creative" ("ad_id") WHERE status = 'approved' and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_creative_next" ON "ad_creative" ("ad_id") WHERE status in ('draft', 'pending', 'rejected') and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_creative_status_submitted_at" ON "ad_creative" ("status", "submitted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ad_placement" ("id" text not null, "code" text not null, "is_active" boolean null, "width" integer null, "height" integer null, "most" integer null, "positions" jsonb null, "minimum_cpm_tiyin" numeric null, "minimum_cpc_tiyin" numeric null, "raw_minimum_cpm_tiyin" jsonb null, "raw_minimum_cpc_tiyin" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ad_placement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ad_placement_deleted_at" ON "ad_placement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ad_placement_code_unique" ON "ad_placement" ("code") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ad_creative" add constraint "ad_creative_ad_id_foreign" foreign key ("ad_id") references "ad" ("id") on update cascade;`);

    // What is counted, written by SQL alone. `spent_tiyin` never exceeds the budgets; `free` is what came when they were used up.
    this.addSql(`create table if not exists "ad_day" (
      "ad_id" text not null, "day" date not null, "impressions" bigint not null default 0, "clicks" bigint not null default 0,
      "free_impressions" bigint not null default 0, "free_clicks" bigint not null default 0,
      "spent_tiyin" bigint not null default 0, "charged_tiyin" bigint not null default 0,
      constraint "ad_day_pkey" primary key ("ad_id", "day"));`);
    // Tokens that have been counted: the same one never counts twice, in whatever process. Pruned once they have expired.
    this.addSql(`create table if not exists "ad_token_use" (
      "nonce" text not null, "ad_id" text not null, "kind" text not null, "used_at" timestamptz not null default now(),
      constraint "ad_token_use_pkey" primary key ("nonce"));`);
    this.addSql(`create index if not exists "IDX_ad_token_use_used_at" on "ad_token_use" ("used_at");`);
    this.addSql(`create table if not exists "ad_click" (
      "nonce" text not null, "ad_id" text not null, "company_id" text null, "product_id" text null, "visitor_id" text null,
      "customer_id" text null, "clicked_at" timestamptz not null, constraint "ad_click_pkey" primary key ("nonce"));`);
    this.addSql(`create index if not exists "IDX_ad_click_customer" on "ad_click" ("customer_id", "clicked_at") where customer_id is not null;`);
    this.addSql(`create index if not exists "IDX_ad_click_visitor" on "ad_click" ("visitor_id", "clicked_at") where visitor_id is not null;`);
    // An order that a click brought: one ad at most, the last one clicked.
    this.addSql(`create table if not exists "ad_order" (
      "company_order_id" text not null, "ad_id" text not null, "nonce" text not null, "ordered_at" timestamptz not null,
      "total" numeric not null, "currency_code" text not null, constraint "ad_order_pkey" primary key ("company_order_id"));`);
    this.addSql(`create index if not exists "IDX_ad_order_ad" on "ad_order" ("ad_id", "ordered_at");`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ad_order", "ad_click", "ad_token_use", "ad_day";`);
    this.addSql(`alter table if exists "ad_creative" drop constraint if exists "ad_creative_ad_id_foreign";`);

    this.addSql(`drop table if exists "ad" cascade;`);

    this.addSql(`drop table if exists "ad_charge" cascade;`);

    this.addSql(`drop table if exists "ad_creative" cascade;`);

    this.addSql(`drop table if exists "ad_placement" cascade;`);
  }

}
