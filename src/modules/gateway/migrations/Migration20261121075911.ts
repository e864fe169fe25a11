import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121075911 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "gateway_alert" drop constraint if exists "gateway_alert_kind_reference_unique";`);
    this.addSql(`create table if not exists "gateway_alert" ("id" text not null, "kind" text not null, "provider_id" text not null, "payable_id" text null, "transaction_id" text null, "reference" text not null, "data" jsonb null, "resolved_at" timestamptz null, "resolution" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gateway_alert_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_alert_deleted_at" ON "gateway_alert" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_alert_kind_reference_unique" ON "gateway_alert" ("kind", "reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gateway_alert_resolved_at_created_at" ON "gateway_alert" ("resolved_at", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "gateway_payable" add column if not exists "provider_ids" text[] not null default '{}';`);
    // By hand: payables made before there were several ways to pay keep the one they were made for.
    this.addSql(`update "gateway_payable" set "provider_ids" = array["provider_id"] where "provider_ids" = '{}';`);
    this.addSql(`alter table "gateway_payable" alter column "provider_ids" drop default;`);

    this.addSql(`alter table if exists "gateway_transaction" add column if not exists "details" jsonb null, add column if not exists "exclusive" boolean not null default true;`);
    // By hand: Medusa's generator does not see that an index of the same name has another condition.
    this.addSql(`drop index if exists "IDX_gateway_transaction_live";`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_transaction_live" ON "gateway_transaction" ("payable_id") WHERE state = 1 and exclusive and deleted_at is null;`);
    this.addSql(`create index if not exists "IDX_gateway_transaction_open" on "gateway_transaction" ("provider_time") where state = 1 and performing_at is null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "gateway_alert" cascade;`);

    this.addSql(`drop index if exists "IDX_gateway_transaction_open";`);
    this.addSql(`drop index if exists "IDX_gateway_transaction_live";`);
    this.addSql(`delete from "gateway_transaction" where state = 1 and not exclusive;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gateway_transaction_live" ON "gateway_transaction" ("payable_id") WHERE state = 1 and deleted_at is null;`);
    this.addSql(`alter table if exists "gateway_payable" drop column if exists "provider_ids";`);

    this.addSql(`alter table if exists "gateway_transaction" drop column if exists "details", drop column if exists "exclusive";`);
  }

}
