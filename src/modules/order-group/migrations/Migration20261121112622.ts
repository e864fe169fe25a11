import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112622 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_seen" drop constraint if exists "order_seen_member_id_unique";`);
    this.addSql(`create table if not exists "order_seen" ("id" text not null, "member_id" text not null, "seen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_seen_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_seen_deleted_at" ON "order_seen" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_seen_member_id_unique" ON "order_seen" ("member_id") WHERE deleted_at IS NULL;`);

    this.addSql(`drop index if exists "IDX_company_order_company_id_created_at";`);

    this.addSql(`alter table if exists "company_order" add column if not exists "canceled_by" text null, add column if not exists "cancel_reason" text null, add column if not exists "delivered_by" text null, add column if not exists "shipped_at" timestamptz null, add column if not exists "delivered_at" timestamptz null, add column if not exists "order_canceled_at" timestamptz null, add column if not exists "shipped_told_at" timestamptz null, add column if not exists "delivered_told_at" timestamptz null, add column if not exists "channel" text check ("channel" in ('web', 'pos')) not null default 'web';`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_created_at_id" ON "company_order" ("company_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_channel_created_at_id" ON "company_order" ("company_id", "channel", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_paid_at" ON "company_order" ("company_id", "paid_at") WHERE paid_at is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_updated_at" ON "company_order" ("updated_at") WHERE deleted_at IS NULL;`);

    // By hand, what the model cannot say. Where an order stands is computed from its own row whenever that changes, so lists
    // filter by an index and nobody can write it wrong. (A generated column would refuse rows that are copied whole.)
    this.addSql(`alter table "company_order" add column "status" text not null default 'pending';`);
    this.addSql(`create or replace function "bozor_order_standing"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' and exists (select 1 from order_group where id = new.group_id and cart_id like 'pos:%') then
          new.channel := 'pos';
        end if;
        new.status := case
          when new.canceled_at is not null or new.order_canceled_at is not null then 'cancelled'
          when new.refunded_total >= new.total and new.paid_at is not null and new.total > 0 then 'returned'
          when new.delivered_at is not null then 'delivered'
          when new.shipped_at is not null then 'shipped'
          when new.paid_at is not null then 'paid' else 'pending' end;
        return new;
      end $$;`);
    this.addSql(`create trigger "company_order_standing" before insert or update on "company_order" for each row execute function "bozor_order_standing"();`);
    this.addSql(`update "company_order" c set channel = case when g.cart_id like 'pos:%' then 'pos' else 'web' end from order_group g where g.id = c.group_id;`);
    this.addSql(`create index "IDX_company_order_company_id_status_created_at_id" on "company_order" ("company_id", "status", "created_at", "id") where deleted_at is null;`);
    // A telephone is looked for by its last digits, which are the first ones backwards.
    this.addSql(`create index "IDX_company_order_company_id_phone" on "company_order" ("company_id", reverse(regexp_replace(customer_phone, '\\D', '', 'g')) text_pattern_ops) where deleted_at is null;`);
    this.addSql(`create index "IDX_company_order_untold" on "company_order" ("updated_at") where (shipped_at is not null and shipped_told_at is null or delivered_at is not null and delivered_told_at is null) and channel = 'web' and deleted_at is null;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_refund_company_id_succeeded_at" ON "company_refund" ("company_id", "succeeded_at") WHERE succeeded_at is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_seen" cascade;`);

    this.addSql(`drop trigger if exists "company_order_standing" on "company_order";`);
    this.addSql(`drop function if exists "bozor_order_standing"();`);
    this.addSql(`drop index if exists "IDX_company_order_company_id_status_created_at_id", "IDX_company_order_company_id_phone", "IDX_company_order_untold";`);
    this.addSql(`alter table if exists "company_order" drop column if exists "status";`);
    this.addSql(`drop index if exists "IDX_company_order_company_id_created_at_id";`);
    this.addSql(`drop index if exists "IDX_company_order_company_id_channel_created_at_id";`);
    this.addSql(`drop index if exists "IDX_company_order_company_id_paid_at";`);
    this.addSql(`drop index if exists "IDX_company_order_updated_at";`);
    this.addSql(`alter table if exists "company_order" drop column if exists "canceled_by", drop column if exists "cancel_reason", drop column if exists "delivered_by", drop column if exists "shipped_at", drop column if exists "delivered_at", drop column if exists "order_canceled_at", drop column if exists "shipped_told_at", drop column if exists "delivered_told_at", drop column if exists "channel";`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_order_company_id_created_at" ON "company_order" ("company_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`drop index if exists "IDX_company_refund_company_id_succeeded_at";`);
  }

}
