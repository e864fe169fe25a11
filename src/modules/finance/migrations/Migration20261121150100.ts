import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What is counted of goods, by day and by month. */
const GOODS_MEASURES = `"quantity" numeric not null default 0, "sales" numeric not null default 0, "discount" numeric not null default 0,
  "cost" numeric not null default 0, "returned_quantity" numeric not null default 0, "refunds" numeric not null default 0,
  "refunded_cost" numeric not null default 0`;

/**
 * Daily facts (docs/decisions/0014-daily-facts.md): tables without a model, because only set-based SQL reads and writes them. They hold
 * no timestamps, so that a rebuild leaves the same bytes. Money is in the currency of the orders.
 */
export class Migration20261121150100 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "finance_day" (
      "company_id" text not null, "currency_code" text not null, "day" date not null,
      "orders" int not null default 0, "quantity" numeric not null default 0, "sales" numeric not null default 0,
      "delivery" numeric not null default 0, "discount" numeric not null default 0, "cost" numeric not null default 0,
      "refunds_count" int not null default 0, "returned_quantity" numeric not null default 0, "refunds" numeric not null default 0,
      "refunded_cost" numeric not null default 0, "refunded_delivery" numeric not null default 0,
      "commission" numeric not null default 0, "ad_spend" numeric not null default 0,
      "new_buyers" int not null default 0, "known_orders" int not null default 0, "returning_orders" int not null default 0,
      "lines_without_cost" int not null default 0,
      constraint "finance_day_pkey" primary key ("company_id", "currency_code", "day"));`);
    // The operator's reports ask for the days of every company.
    this.addSql(`create index if not exists "IDX_finance_day_currency_code_day" on "finance_day" ("currency_code", "day");`);
    this.addSql(`create table if not exists "finance_slice" (
      "company_id" text not null, "currency_code" text not null, "day" date not null,
      "dimension" text not null check ("dimension" in ('channel', 'payment', 'cashier', 'hour')), "key" text not null,
      "orders" int not null default 0, "quantity" numeric not null default 0, "sales" numeric not null default 0,
      "refunds" numeric not null default 0, "cost" numeric not null default 0, "refunded_cost" numeric not null default 0,
      constraint "finance_slice_pkey" primary key ("company_id", "currency_code", "dimension", "day", "key"));`);
    this.addSql(`create index if not exists "IDX_finance_slice_dimension_day" on "finance_slice" ("currency_code", "dimension", "day");`);
    this.addSql(`create table if not exists "finance_goods_day" (
      "company_id" text not null, "currency_code" text not null, "day" date not null, "item" text not null,
      "listing_id" text null, "variant_id" text null, "title" text not null, ${GOODS_MEASURES},
      constraint "finance_goods_day_pkey" primary key ("company_id", "currency_code", "day", "item"));`);
    this.addSql(`create index if not exists "IDX_finance_goods_day_item" on "finance_goods_day" ("company_id", "currency_code", "item", "day");`);
    this.addSql(`create table if not exists "finance_goods_month" (
      "company_id" text not null, "currency_code" text not null, "month" date not null, "item" text not null,
      "listing_id" text null, "variant_id" text null, "title" text not null, ${GOODS_MEASURES},
      constraint "finance_goods_month_pkey" primary key ("company_id", "currency_code", "month", "item"));`);
    this.addSql(`create index if not exists "IDX_finance_goods_month_item" on "finance_goods_month" ("company_id", "currency_code", "item", "month");`);
    // Whose first paid order with the company it was: what tells a new buyer from one who came back.
    this.addSql(`create table if not exists "finance_buyer" (
      "company_id" text not null, "buyer" text not null, "first_order_id" text not null, "first_day" date not null,
      constraint "finance_buyer_pkey" primary key ("company_id", "buyer"));`);
    this.addSql(`create index if not exists "IDX_finance_buyer_company_id_first_day" on "finance_buyer" ("company_id", "first_day");`);
  }

  override async down(): Promise<void> {
    for (const table of ["finance_day", "finance_slice", "finance_goods_day", "finance_goods_month", "finance_buyer"]) {
      this.addSql(`drop table if exists "${table}" cascade;`);
    }
  }

}
