import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121144658 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "legacy_import_map" drop constraint if exists "legacy_import_map_source_entity_legacy_id_part_unique";`);
    this.addSql(`create table if not exists "legacy_import_map" ("id" text not null, "source" text not null, "entity" text not null, "legacy_id" text not null, "part" text not null default '', "target_type" text not null, "target_id" text null, "checksum" text not null, "target_checksum" text null, "run_id" text not null, "imported_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "legacy_import_map_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_import_map_deleted_at" ON "legacy_import_map" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_legacy_import_map_source_entity_legacy_id_part_unique" ON "legacy_import_map" ("source", "entity", "legacy_id", "part") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_import_map_target_type_target_id" ON "legacy_import_map" ("target_type", "target_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "legacy_import_run" ("id" text not null, "source" text not null, "state" text check ("state" in ('running', 'done', 'failed')) not null, "profiles" jsonb not null, "options" jsonb not null, "counts" jsonb not null, "error" text null, "started_at" timestamptz not null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "legacy_import_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_import_run_deleted_at" ON "legacy_import_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_legacy_import_run_source_started_at" ON "legacy_import_run" ("source", "started_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "legacy_import_map" cascade;`);

    this.addSql(`drop table if exists "legacy_import_run" cascade;`);
  }

}
