import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** For the sales journal: a cashier's sales, and the return that a refund is of. */
export class Migration20261121150500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_sale_company_id_member_id" ON "pos_sale" ("company_id", "member_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_return_refund_id" ON "pos_return" ("refund_id") WHERE refund_id is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_pos_sale_company_id_member_id", "IDX_pos_return_refund_id";`);
  }

}
