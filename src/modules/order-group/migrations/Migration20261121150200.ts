import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** `buyer`: the customer's id, else the digits of the telephone; a trigger reads them, as it does the channel. Only SQL reads it. */
export class Migration20261121150200 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table "company_order" add column if not exists "buyer" text null;`);
    this.addSql(`create or replace function "bozor_order_buyer"() returns trigger language plpgsql as $$
      begin
        new.buyer := coalesce((select customer_id from order_group where id = new.group_id),
          nullif(regexp_replace(coalesce(new.customer_phone, ''), '\\D', '', 'g'), ''));
        return new;
      end $$;`);
    this.addSql(`create trigger "company_order_buyer" before insert on "company_order" for each row execute function "bozor_order_buyer"();`);
    this.addSql(`update "company_order" c set buyer = coalesce(g.customer_id, nullif(regexp_replace(coalesce(c.customer_phone, ''), '\\D', '', 'g'), ''))
      from order_group g where g.id = c.group_id;`);
    this.addSql(`create index if not exists "IDX_company_order_company_id_buyer_paid_at" on "company_order" ("company_id", "buyer", "paid_at", "id") where buyer is not null and paid_at is not null and deleted_at is null;`);
    // Paid orders that were cancelled: their goods are on the shelf again.
    this.addSql(`create index if not exists "IDX_company_order_paid_canceled" on "company_order" ("company_id", (coalesce("canceled_at", "order_canceled_at"))) where paid_at is not null and coalesce(canceled_at, order_canceled_at) is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_company_order_company_id_buyer_paid_at", "IDX_company_order_paid_canceled";`);
    this.addSql(`drop trigger if exists "company_order_buyer" on "company_order";`);
    this.addSql(`drop function if exists "bozor_order_buyer"();`);
    this.addSql(`alter table if exists "company_order" drop column if exists "buyer";`);
  }

}
