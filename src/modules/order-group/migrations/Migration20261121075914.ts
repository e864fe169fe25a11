import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121075914 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_refund" drop constraint if exists "company_refund_company_order_id_request_key_unique";`);
    this.addSql(`create table if not exists "company_refund" ("id" text not null, "company_order_id" text not null, "company_id" text not null, "order_id" text not null, "amount" numeric not null, "shipping_amount" numeric not null default 0, "lines" jsonb not null, "reason" text not null, "restock" boolean not null default false, "status" text check ("status" in ('processing', 'due', 'succeeded', 'failed')) not null default 'processing', "method" text check ("method" in ('api', 'hand', 'provider')) not null, "provider_id" text null, "requested_by" text null, "external_id" text null, "proof" text null, "error" text null, "succeeded_at" timestamptz null, "restocked_at" timestamptz null, "settled_at" timestamptz null, "request_key" text null, "raw_amount" jsonb not null, "raw_shipping_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_refund_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_refund_company_order_id" ON "company_refund" ("company_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_refund_deleted_at" ON "company_refund" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_refund_status_created_at" ON "company_refund" ("status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_refund_company_id_created_at" ON "company_refund" ("company_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_refund_company_order_id_request_key_unique" ON "company_refund" ("company_order_id", "request_key") WHERE request_key is not null and deleted_at is null;`);

    this.addSql(`alter table if exists "company_refund" add constraint "company_refund_company_order_id_foreign" foreign key ("company_order_id") references "company_order" ("id") on update cascade;`);

    this.addSql(`alter table "company_refund" add constraint "company_refund_amount_check" check ("amount" > 0 and "shipping_amount" >= 0 and "shipping_amount" <= "amount");`);

    this.addSql(`alter table if exists "company_order" add column if not exists "shipping_paid" numeric not null default 0, add column if not exists "refunded_total" numeric not null default 0, add column if not exists "paid_at" timestamptz null, add column if not exists "canceled_at" timestamptz null, add column if not exists "paid_provider_id" text null, add column if not exists "raw_shipping_paid" jsonb not null default '{"value":"0","precision":20}', add column if not exists "raw_refunded_total" jsonb not null default '{"value":"0","precision":20}';`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_paid_at" ON "company_order" ("paid_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "company_order_line" add column if not exists "total" numeric not null default 0, add column if not exists "commission_percent" numeric not null default 0, add column if not exists "raw_total" jsonb not null default '{"value":"0","precision":20}', add column if not exists "raw_commission_percent" jsonb not null default '{"value":"0","precision":20}';`);

    // By hand: orders made before get what their rows say already. Delivery takes what the lines leave of the total.
    this.addSql(`update "company_order_line" l set "total" = l.unit_price * l.quantity - l.discount, "commission_percent" = o.commission_percent from "company_order" o where o.id = l.company_order_id;`);
    this.addSql(`update "company_order_line" set "raw_total" = jsonb_build_object('value', "total"::text, 'precision', 20), "raw_commission_percent" = jsonb_build_object('value', "commission_percent"::text, 'precision', 20);`);
    this.addSql(`update "company_order" o set "shipping_paid" = o.total - (select coalesce(sum(l.total), 0) from "company_order_line" l where l.company_order_id = o.id);`);
    this.addSql(`update "company_order" set "raw_shipping_paid" = jsonb_build_object('value', "shipping_paid"::text, 'precision', 20);`);
    this.addSql(`update "company_order" o set "paid_at" = g.paid_at, "paid_provider_id" = g.provider_id from "order_group" g where g.id = o.group_id and g.status in ('paid', 'refunded');`);
    this.addSql(`update "company_order" o set "refunded_total" = o.total, "raw_refunded_total" = jsonb_build_object('value', o.total::text, 'precision', 20) from "order_group" g where g.id = o.group_id and g.status = 'refunded';`);
    this.addSql(`insert into "company_refund" (id, company_order_id, company_id, order_id, amount, raw_amount, shipping_amount, raw_shipping_amount, lines, reason, restock, status, method, provider_id, succeeded_at, restocked_at, settled_at, created_at, updated_at)
      select 'cref_' || substr(o.id, 6), o.id, o.company_id, o.order_id, o.total, jsonb_build_object('value', o.total::text, 'precision', 20), o.shipping_paid, o.raw_shipping_paid,
        coalesce((select jsonb_agg(jsonb_build_object('company_order_line_id', l.id, 'line_item_id', l.line_item_id, 'title', l.title, 'quantity', l.quantity, 'amount', l.total::text) order by l.id) from "company_order_line" l where l.company_order_id = o.id), '[]'),
        'refunded at the provider', true, 'succeeded', 'provider', o.paid_provider_id, now(), now(), now(), now(), now()
      from "company_order" o join "order_group" g on g.id = o.group_id where g.status = 'refunded' and o.total > 0;`);
    this.addSql(`alter table "company_order" add constraint "company_order_refunded_check" check ("refunded_total" >= 0 and "refunded_total" <= "total");`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company_refund" cascade;`);

    this.addSql(`drop index if exists "IDX_company_order_paid_at";`);
    this.addSql(`alter table if exists "company_order" drop constraint if exists "company_order_refunded_check";`);
    this.addSql(`alter table if exists "company_order" drop column if exists "shipping_paid", drop column if exists "refunded_total", drop column if exists "paid_at", drop column if exists "canceled_at", drop column if exists "paid_provider_id", drop column if exists "raw_shipping_paid", drop column if exists "raw_refunded_total";`);

    this.addSql(`alter table if exists "company_order_line" drop column if exists "total", drop column if exists "commission_percent", drop column if exists "raw_total", drop column if exists "raw_commission_percent";`);
  }

}
