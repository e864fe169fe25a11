import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121145425 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "company_order" add column if not exists "is_legacy" boolean not null default false, add column if not exists "legacy_code" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "company_order" drop column if exists "is_legacy", drop column if exists "legacy_code";`);
  }

}
