import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** By hand: what a cash desk pages through, by the variant's id. */
export class Migration20261121114100 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_variant_desk" ON "listing_variant" ("company_id", "id") WHERE is_live and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_listing_variant_desk";`);
  }

}
