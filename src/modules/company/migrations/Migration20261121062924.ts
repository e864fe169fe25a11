import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121062924 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "market_operator" drop constraint if exists "market_operator_user_id_unique";`);
    this.addSql(`alter table if exists "company_member" drop constraint if exists "company_member_company_id_email_unique";`);
    this.addSql(`alter table if exists "company" drop constraint if exists "company_shipping_profile_id_unique";`);
    this.addSql(`alter table if exists "company" drop constraint if exists "company_handle_unique";`);
    this.addSql(`create table if not exists "company" ("id" text not null, "name" text not null, "handle" text not null, "phone" text not null, "email" text null, "tax_id_type" text check ("tax_id_type" in ('stir', 'pinfl')) null, "tax_id" text null, "is_vat_payer" boolean not null default false, "bank_account" text null, "bank_mfo" text null, "legal_name" text null, "address" text null, "status" text check ("status" in ('pending', 'active', 'suspended', 'archived')) not null default 'pending', "status_reason" text null, "is_private" boolean not null default false, "commission_percent" numeric null, "stock_location_id" text null, "shipping_profile_id" text null, "fulfillment_set_id" text null, "sales_channel_id" text null, "approved_at" timestamptz null, "raw_commission_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_deleted_at" ON "company" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_handle_unique" ON "company" ("handle") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_status" ON "company" ("status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_shipping_profile_id_unique" ON "company" ("shipping_profile_id") WHERE shipping_profile_id is not null and deleted_at is null;`);

    this.addSql(`create table if not exists "company_member" ("id" text not null, "company_id" text not null, "user_id" text null, "email" text not null, "role" text check ("role" in ('owner', 'manager', 'cashier', 'warehouse', 'accountant', 'marketer')) not null, "status" text check ("status" in ('invited', 'active', 'suspended', 'removed')) not null default 'invited', "invite_id" text null, "token_sha256" text null, "invited_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_member_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_member_deleted_at" ON "company_member" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_member_company_id_email_unique" ON "company_member" ("company_id", "email") WHERE status <> 'removed' and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_member_user_id" ON "company_member" ("user_id") WHERE user_id is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_member_email" ON "company_member" ("email") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_member_invite_id" ON "company_member" ("invite_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "market_operator" ("id" text not null, "user_id" text not null, "granted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "market_operator_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_market_operator_deleted_at" ON "market_operator" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_market_operator_user_id_unique" ON "market_operator" ("user_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company" cascade;`);

    this.addSql(`drop table if exists "company_member" cascade;`);

    this.addSql(`drop table if exists "market_operator" cascade;`);
  }

}
