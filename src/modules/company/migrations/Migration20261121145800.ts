import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121145800 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_owner_link" drop constraint if exists "company_owner_link_token_sha256_unique";`);
    this.addSql(`create table if not exists "company_owner_link" ("id" text not null, "company_id" text not null, "token_sha256" text not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_owner_link_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_owner_link_deleted_at" ON "company_owner_link" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_owner_link_token_sha256_unique" ON "company_owner_link" ("token_sha256") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_owner_link_company_id" ON "company_owner_link" ("company_id") WHERE deleted_at IS NULL;`);

    // By hand: what shoppers type is looked for as it is kept.
    this.addSql(`alter table "company" add constraint "company_code_check" check ("code" ~ '^[A-Z0-9]{5,12}$');`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "company" drop constraint if exists "company_code_check";`);
    this.addSql(`drop table if exists "company_owner_link" cascade;`);
  }

}
