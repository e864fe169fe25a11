import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Which goods there are and what they can be filtered by changes far less often than what is said of them (likes, pieces
 * sold): counts and facets are kept until it does. The transaction that changed it last, which no restored database repeats.
 */
export class Migration20261121230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "catalog_state" add column if not exists "shape" bigint not null default 0;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "catalog_state" drop column if exists "shape";`)
  }
}
