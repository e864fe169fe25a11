import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121045839 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "gateway_transaction" drop constraint if exists "gateway_transaction_provider_id_external_id_unique";`);
    this.addSql(`alter table if exists "gateway_payable" drop constraint if exists "gateway_payable_order_group_id_unique";`);
    this.addSql(`alter table if exists "gateway_payable" drop constraint if exists "gateway_payable_reference_unique";`);
    this.addSql(`alter table if exists "gateway_key" drop constraint if exists "gateway_key_provider_id_unique";`);
    this.addSql(`create table if not exists "gateway_key" ("id" text not null, "provider_id" text not null, "key_sha256" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gateway_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_key_deleted_at" ON "gateway_key" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_key_provider_id_unique" ON "gateway_key" ("provider_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "gateway_payable" ("id" text not null, "reference" text not null, "order_group_id" text not null, "provider_id" text not null, "currency_code" text not null, "status" text check ("status" in ('open', 'paid', 'refunded', 'expired', 'canceled')) not null default 'open', "expires_at" timestamptz null, "paid_by" text null, "fiscal" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gateway_payable_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_payable_deleted_at" ON "gateway_payable" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_payable_reference_unique" ON "gateway_payable" ("reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_payable_order_group_id_unique" ON "gateway_payable" ("order_group_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_payable_status_expires_at" ON "gateway_payable" ("status", "expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "gateway_transaction" ("id" text not null, "provider_id" text not null, "external_id" text not null, "payable_id" text not null, "state" integer not null, "reason" bigint null, "account" jsonb not null, "fiscal_perform" jsonb null, "fiscal_cancel" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gateway_transaction_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_transaction_deleted_at" ON "gateway_transaction" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_transaction_provider_id_external_id_unique" ON "gateway_transaction" ("provider_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_transaction_payable_id" ON "gateway_transaction" ("payable_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_transaction_live" ON "gateway_transaction" ("payable_id") WHERE state = 1 and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_transaction_paid" ON "gateway_transaction" ("payable_id") WHERE state = 2 and deleted_at is null;`);

    // Columns that only SQL reads and writes: bigint has no place in DML, and none of these may pass through a float.
    this.addSql(`alter table "gateway_payable" add column if not exists "amount_tiyin" bigint not null check ("amount_tiyin" > 0), add column if not exists "settled_at" bigint null;`);
    this.addSql(`alter table "gateway_transaction"
      add column if not exists "sequence" bigint generated always as identity,
      add column if not exists "amount_tiyin" bigint not null check ("amount_tiyin" > 0),
      add column if not exists "provider_time" bigint not null,
      add column if not exists "create_time" bigint not null,
      add column if not exists "perform_time" bigint not null default 0,
      add column if not exists "cancel_time" bigint not null default 0,
      add column if not exists "performing_at" bigint null,
      add column if not exists "settled_at" bigint null,
      add constraint "gateway_transaction_state_check" check ("state" in (1, 2, -1, -2));`);
    this.addSql(`create index if not exists "IDX_gateway_transaction_statement" on "gateway_transaction" ("provider_id", "provider_time", "sequence");`);
    this.addSql(`create index if not exists "IDX_gateway_transaction_unsettled" on "gateway_transaction" ("id") where (state = 1 and performing_at is not null) or (state in (2, -2) and settled_at is null);`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "gateway_key" cascade;`);

    this.addSql(`drop table if exists "gateway_payable" cascade;`);

    this.addSql(`drop table if exists "gateway_transaction" cascade;`);
  }

}
