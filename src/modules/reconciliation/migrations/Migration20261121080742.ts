import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121080742 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "reconciliation" ("id" text not null, "provider_id" text not null, "period_from" timestamptz not null, "period_to" timestamptz not null, "source" text check ("source" in ('rows', 'csv')) not null, "file_name" text null, "counts" jsonb not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_deleted_at" ON "reconciliation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_provider_id_created_at" ON "reconciliation" ("provider_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "reconciliation_row" ("id" text not null, "reconciliation_id" text not null, "position" integer not null, "verdict" text check ("verdict" in ('matched', 'missing_here', 'missing_there', 'different_amount', 'different_state')) not null, "external_id" text not null, "reference" text null, "their_state" text null, "our_state" integer null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_row_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_row_deleted_at" ON "reconciliation_row" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_row_reconciliation_id_verdict_position" ON "reconciliation_row" ("reconciliation_id", "verdict", "position");`);

    // By hand: amounts are bigint, which DML has no column for.
    this.addSql(`alter table "reconciliation_row"
      add column if not exists "their_amount_tiyin" bigint null,
      add column if not exists "our_amount_tiyin" bigint null,
      add constraint "reconciliation_row_reconciliation_id_foreign" foreign key ("reconciliation_id") references "reconciliation" ("id") on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "reconciliation_row" cascade;`);

    this.addSql(`drop table if exists "reconciliation" cascade;`);
  }

}
