import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the counting of ads keeps by SQL alone. */
export class Migration20261121181600 extends Migration {
  override async up(): Promise<void> {
    // Thousandths of a tiyin that impressions have cost beyond the last whole one.
    this.addSql(`alter table "ad" add column if not exists "rest_milli" integer not null default 0;`)
    // One click of a visitor on an ad is paid for within an hour.
    this.addSql(
      `alter table "ad_click" add column if not exists "is_charged" boolean not null default false;`
    )
    // A browser and the customer who bought with it: a click of the one brings the orders of the other.
    this.addSql(`create table if not exists "ad_visitor" (
      "visitor_id" text not null, "customer_id" text not null, "seen_at" timestamptz not null default now(),
      constraint "ad_visitor_pkey" primary key ("customer_id", "visitor_id"));`)
    this.addSql(`create index if not exists "IDX_ad_visitor_seen_at" on "ad_visitor" ("seen_at");`)
    this.addSql(`create index if not exists "IDX_ad_click_clicked_at" on "ad_click" ("clicked_at");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ad_click_clicked_at";`)
    this.addSql(`drop table if exists "ad_visitor";`)
    this.addSql(`alter table if exists "ad_click" drop column if exists "is_charged";`)
    this.addSql(`alter table if exists "ad" drop column if exists "rest_milli";`)
  }
}
