import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121181506 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ledger_account" drop constraint if exists "ledger_account_kind_check";`);

    this.addSql(`alter table if exists "ledger_account" add constraint "ledger_account_kind_check" check("kind" in ('payable', 'commission', 'refunds', 'ad_spend', 'settlement', 'commission_income', 'commission_vat', 'ad_income', 'bank', 'rounding', 'provider'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_account" drop constraint if exists "ledger_account_kind_check";`);

    this.addSql(`alter table if exists "ledger_account" add constraint "ledger_account_kind_check" check("kind" in ('payable', 'commission', 'refunds', 'ad_spend', 'settlement', 'commission_income', 'commission_vat', 'bank', 'rounding', 'provider'));`);
  }

}
