import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121082008 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "receipt_line" drop constraint if exists "receipt_line_receipt_id_rank_unique";`);
    this.addSql(`alter table if exists "receipt_counter" drop constraint if exists "receipt_counter_company_id_year_unique";`);
    this.addSql(`alter table if exists "receipt" drop constraint if exists "receipt_token_unique";`);
    this.addSql(`alter table if exists "receipt" drop constraint if exists "receipt_refund_id_unique";`);
    this.addSql(`alter table if exists "receipt" drop constraint if exists "receipt_company_order_id_unique";`);
    this.addSql(`alter table if exists "receipt" drop constraint if exists "receipt_company_id_year_number_unique";`);
    this.addSql(`alter table if exists "fiscal_submission" drop constraint if exists "fiscal_submission_receipt_id_unique";`);
    this.addSql(`alter table if exists "fiscal_submission" drop constraint if exists "fiscal_submission_transaction_id_kind_unique";`);
    this.addSql(`create table if not exists "fiscal_submission" ("id" text not null, "kind" text check ("kind" in ('sale', 'refund')) not null, "transaction_id" text null, "receipt_id" text null, "provider_id" text null, "status" text check ("status" in ('waiting', 'sent', 'confirmed', 'not_needed', 'failed')) not null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "last_error" text null, "data" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "fiscal_submission_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_fiscal_submission_deleted_at" ON "fiscal_submission" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_fiscal_submission_transaction_id_kind_unique" ON "fiscal_submission" ("transaction_id", "kind") WHERE transaction_id is not null and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_fiscal_submission_receipt_id_unique" ON "fiscal_submission" ("receipt_id") WHERE receipt_id is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_fiscal_submission_status_next_attempt_at" ON "fiscal_submission" ("status", "next_attempt_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "receipt" ("id" text not null, "company_id" text not null, "company_order_id" text not null, "order_id" text not null, "order_group_id" text not null, "short_code" text not null, "refund_id" text null, "sale_number_text" text null, "kind" text check ("kind" in ('sale', 'refund')) not null, "year" integer not null, "number" integer not null, "number_text" text not null, "issued_at" timestamptz not null, "transaction_id" text null, "provider_id" text null, "currency_code" text not null, "locale" text null, "reason" text null, "buyer" jsonb not null, "seller" jsonb not null, "market" jsonb null, "token" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "receipt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_deleted_at" ON "receipt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_company_id_year_number_unique" ON "receipt" ("company_id", "year", "number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_company_order_id_unique" ON "receipt" ("company_order_id") WHERE kind = 'sale' and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_refund_id_unique" ON "receipt" ("refund_id") WHERE refund_id is not null and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_token_unique" ON "receipt" ("token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_order_group_id" ON "receipt" ("order_group_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_company_id_issued_at" ON "receipt" ("company_id", "issued_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_transaction_id_kind" ON "receipt" ("transaction_id", "kind") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "receipt_counter" ("id" text not null, "company_id" text not null, "year" integer not null, "last" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "receipt_counter_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_counter_deleted_at" ON "receipt_counter" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_counter_company_id_year_unique" ON "receipt_counter" ("company_id", "year") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "receipt_line" ("id" text not null, "receipt_id" text not null, "rank" integer not null, "title" text not null, "ikpu" text null, "package_code" text null, "principal_tax_id" text null, "is_delivery" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "receipt_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_receipt_line_deleted_at" ON "receipt_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_receipt_line_receipt_id_rank_unique" ON "receipt_line" ("receipt_id", "rank") WHERE deleted_at IS NULL;`);

    // Columns that only SQL reads and writes: bigint has no place in DML, and none of these may pass through a float.
    this.addSql(`alter table "receipt"
      add column if not exists "total_tiyin" bigint not null check ("total_tiyin" >= 0),
      add column if not exists "discount_tiyin" bigint not null,
      add column if not exists "vat_tiyin" bigint not null check ("vat_tiyin" >= 0),
      add constraint "receipt_number_check" check ("number" > 0),
      add constraint "receipt_refund_check" check (("kind" = 'refund') = ("refund_id" is not null));`);
    this.addSql(`alter table "receipt_line"
      add column if not exists "quantity" numeric null,
      add column if not exists "unit_price_tiyin" bigint not null,
      add column if not exists "discount_tiyin" bigint not null,
      add column if not exists "total_tiyin" bigint not null,
      add column if not exists "vat_percent" numeric not null,
      add column if not exists "vat_tiyin" bigint not null,
      add constraint "receipt_line_receipt_id_foreign" foreign key ("receipt_id") references "receipt" ("id");`);
    this.addSql(`alter table "fiscal_submission" add constraint "fiscal_submission_subject_check"
      check (("transaction_id" is null) <> ("receipt_id" is null));`);

    // What has been issued stands: no update, no delete, whoever asks.
    this.addSql(`create or replace function "bozor_receipt_is_final"() returns trigger language plpgsql as $$
      begin raise exception 'a receipt is final: % of % is refused', lower(tg_op), tg_table_name using errcode = 'integrity_constraint_violation'; end $$;`);
    for (const table of ["receipt", "receipt_line"]) {
      this.addSql(`create trigger "${table}_final" before update or delete on "${table}" for each row execute function "bozor_receipt_is_final"();`);
      this.addSql(`create trigger "${table}_final_all" before truncate on "${table}" for each statement execute function "bozor_receipt_is_final"();`);
    }

    // Lines are worth their receipt. Looked at when the transaction ends, for the receipt and for every line: a line can
    // not be added to an old receipt unless it is worth nothing.
    this.addSql(`create or replace function "bozor_receipt_adds_up"() returns trigger language plpgsql as $$
      declare wanted text := case when tg_table_name = 'receipt' then new.id else (to_jsonb(new) ->> 'receipt_id') end;
      begin
        if exists (select 1 from receipt r left join receipt_line l on l.receipt_id = r.id where r.id = wanted
                    group by r.id, r.total_tiyin, r.vat_tiyin, r.discount_tiyin
                   having count(l.id) = 0 or sum(l.total_tiyin) <> r.total_tiyin or sum(l.vat_tiyin) <> r.vat_tiyin
                       or sum(l.discount_tiyin) <> r.discount_tiyin) then
          raise exception 'the lines of receipt % do not add up to it', wanted using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end $$;`);
    this.addSql(`create constraint trigger "receipt_adds_up" after insert on "receipt" deferrable initially deferred for each row execute function "bozor_receipt_adds_up"();`);
    this.addSql(`create constraint trigger "receipt_line_adds_up" after insert on "receipt_line" deferrable initially deferred for each row execute function "bozor_receipt_adds_up"();`);

    // A series has no gap: a counter grows by one, begins with one, is never taken away, and at the end of the
    // transaction its last number stands on a receipt.
    this.addSql(`create or replace function "bozor_receipt_counter_steps"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or (tg_op = 'INSERT' and new.last <> 1)
           or (tg_op = 'UPDATE' and (new.last <> old.last + 1 or (new.company_id, new.year) is distinct from (old.company_id, old.year) or new.deleted_at is not null)) then
          raise exception 'a series of receipts goes on by one' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger "receipt_counter_steps" before insert or update or delete on "receipt_counter" for each row execute function "bozor_receipt_counter_steps"();`);
    this.addSql(`create or replace function "bozor_receipt_counter_used"() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from receipt where company_id = new.company_id and "year" = new."year" and "number" = new.last) then
          raise exception 'number % of % has no receipt', new.last, new."year" using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end $$;`);
    this.addSql(`create constraint trigger "receipt_counter_used" after insert or update on "receipt_counter" deferrable initially deferred for each row execute function "bozor_receipt_counter_used"();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "fiscal_submission" cascade;`);

    this.addSql(`drop table if exists "receipt" cascade;`);

    this.addSql(`drop table if exists "receipt_counter" cascade;`);

    this.addSql(`drop table if exists "receipt_line" cascade;`);

    for (const name of ["is_final", "adds_up", "counter_steps", "counter_used"]) {
      this.addSql(`drop function if exists "bozor_receipt_${name}"() cascade;`);
    }
  }

}
