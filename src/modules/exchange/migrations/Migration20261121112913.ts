import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112913 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "exchange_import_row" drop constraint if exists "exchange_import_row_import_id_number_unique";`);
    this.addSql(`alter table if exists "exchange_import" drop constraint if exists "exchange_import_company_id_unique";`);
    this.addSql(`create table if not exists "exchange_import" ("id" text not null, "company_id" text not null, "status" text check ("status" in ('uploaded', 'checked', 'applying', 'done', 'failed', 'canceled')) not null default 'uploaded', "file_name" text not null, "file_type" text check ("file_type" in ('xlsx', 'csv')) not null, "columns" jsonb not null, "mapping" jsonb not null, "row_count" integer not null, "counts" jsonb not null, "to_apply" integer not null default 0, "with_cost" boolean not null, "created_by" text not null, "runner" text null, "heartbeat_at" timestamptz null, "attempts" integer not null default 0, "error" text null, "started_at" timestamptz null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "exchange_import_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_deleted_at" ON "exchange_import" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_company_id_created_at" ON "exchange_import" ("company_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_exchange_import_company_id_unique" ON "exchange_import" ("company_id") WHERE status = 'applying' and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_heartbeat_at" ON "exchange_import" ("heartbeat_at") WHERE status = 'applying' and deleted_at is null;`);

    this.addSql(`create table if not exists "exchange_import_row" ("id" text not null, "import_id" text not null, "number" integer not null, "cells" jsonb not null, "action" text check ("action" in ('create', 'update', 'unchanged', 'error')) null, "unit" integer null, "errors" jsonb null, "listing_id" text null, "applied_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "exchange_import_row_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_row_deleted_at" ON "exchange_import_row" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_exchange_import_row_import_id_number_unique" ON "exchange_import_row" ("import_id", "number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_row_import_id_action_number" ON "exchange_import_row" ("import_id", "action", "number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_import_row_import_id_unit_number" ON "exchange_import_row" ("import_id", "unit", "number") WHERE applied_at is null and action in ('create', 'update') and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "exchange_import" cascade;`);

    this.addSql(`drop table if exists "exchange_import_row" cascade;`);
  }

}
