import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121080853 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "settlement_line" drop constraint if exists "settlement_line_company_id_ledger_transaction_id_unique";`);
    this.addSql(`alter table if exists "settlement" drop constraint if exists "settlement_company_period_unique";`);
    this.addSql(`alter table if exists "ledger_transaction" drop constraint if exists "ledger_transaction_subject_id_kind_rank_unique";`);
    this.addSql(`alter table if exists "ledger_transaction" drop constraint if exists "ledger_transaction_reference_unique";`);
    this.addSql(`alter table if exists "ledger_account" drop constraint if exists "ledger_account_code_unique";`);
    this.addSql(`create table if not exists "ledger_account" ("id" text not null, "code" text not null, "company_id" text null, "kind" text check ("kind" in ('payable', 'commission', 'refunds', 'ad_spend', 'settlement', 'commission_income', 'commission_vat', 'bank', 'rounding', 'provider')) not null, "currency_code" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_account_deleted_at" ON "ledger_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_account_code_unique" ON "ledger_account" ("code");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_account_company_id" ON "ledger_account" ("company_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ledger_entry" ("id" text not null, "transaction_id" text not null, "account_id" text not null, "company_id" text null, "currency_code" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_deleted_at" ON "ledger_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_transaction_id" ON "ledger_entry" ("transaction_id");`);

    this.addSql(`create table if not exists "ledger_transaction" ("id" text not null, "reference" text not null, "kind" text check ("kind" in ('sale', 'commission', 'refund', 'payout', 'ad_spend')) not null, "subject_id" text not null, "rank" integer not null default 0, "company_id" text not null, "currency_code" text not null, "occurred_at" timestamptz not null, "memo" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_transaction_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_transaction_deleted_at" ON "ledger_transaction" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_transaction_reference_unique" ON "ledger_transaction" ("reference");`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_transaction_subject_id_kind_rank_unique" ON "ledger_transaction" ("subject_id", "kind", "rank");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_transaction_company_id_occurred_at" ON "ledger_transaction" ("company_id", "occurred_at");`);

    this.addSql(`create table if not exists "settlement" ("id" text not null, "company_id" text not null, "currency_code" text not null, "period_from" text not null, "period_to" text not null, "status" text check ("status" in ('closed', 'carried', 'paid')) not null, "held_from" timestamptz not null, "company" jsonb not null, "closed_by" text null, "paid_at" timestamptz null, "paid_by" text null, "proof" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "settlement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_settlement_deleted_at" ON "settlement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_settlement_company_period_unique" ON "settlement" ("company_id", "currency_code", "period_from", "period_to");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_settlement_period_from_period_to" ON "settlement" ("period_from", "period_to") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "settlement_line" ("id" text not null, "settlement_id" text not null, "company_id" text not null, "ledger_transaction_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "settlement_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_settlement_line_deleted_at" ON "settlement_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_settlement_line_company_id_ledger_transaction_id_unique" ON "settlement_line" ("company_id", "ledger_transaction_id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_settlement_line_settlement_id" ON "settlement_line" ("settlement_id");`);

    // By hand from here on. Amounts are bigint: DML has no such column, and none of them may pass through a float.
    this.addSql(`alter table "ledger_transaction" add column if not exists "sequence" bigint generated always as identity;`);
    this.addSql(`alter table "ledger_entry"
      add column if not exists "sequence" bigint generated always as identity,
      add column if not exists "amount_tiyin" bigint not null check ("amount_tiyin" <> 0),
      add constraint "ledger_entry_transaction_id_foreign" foreign key ("transaction_id") references "ledger_transaction" ("id"),
      add constraint "ledger_entry_account_id_foreign" foreign key ("account_id") references "ledger_account" ("id");`);
    this.addSql(`create unique index if not exists "IDX_ledger_entry_sequence" on "ledger_entry" ("sequence");`);
    this.addSql(`create index if not exists "IDX_ledger_entry_account_balance" on "ledger_entry" ("account_id") include ("amount_tiyin");`);
    this.addSql(`create index if not exists "IDX_ledger_entry_company_balance" on "ledger_entry" ("company_id", "currency_code", "sequence") include ("amount_tiyin") where "company_id" is not null;`);
    this.addSql(`alter table "settlement"
      add column if not exists "opening_tiyin" bigint not null,
      add column if not exists "sales_tiyin" bigint not null,
      add column if not exists "commission_tiyin" bigint not null,
      add column if not exists "refunds_tiyin" bigint not null,
      add column if not exists "ad_spend_tiyin" bigint not null,
      add column if not exists "received_tiyin" bigint not null,
      add column if not exists "paid_out_tiyin" bigint not null,
      add column if not exists "closing_tiyin" bigint not null,
      add column if not exists "payout_tiyin" bigint not null,
      add constraint "settlement_closing_check" check ("closing_tiyin" = "opening_tiyin" + "sales_tiyin" - "commission_tiyin"
        - "refunds_tiyin" - "ad_spend_tiyin" - "received_tiyin" - "paid_out_tiyin"),
      add constraint "settlement_payout_check" check (case "status" when 'carried' then "payout_tiyin" = 0
        else "payout_tiyin" > 0 and "payout_tiyin" <= "closing_tiyin" end),
      add constraint "settlement_proof_check" check (("status" = 'paid') = ("proof" is not null and "paid_at" is not null)),
      add constraint "settlement_period_check" check ("period_from" <= "period_to");`);
    this.addSql(`alter table "settlement_line"
      add column if not exists "amount_tiyin" bigint not null,
      add constraint "settlement_line_settlement_id_foreign" foreign key ("settlement_id") references "settlement" ("id"),
      add constraint "settlement_line_ledger_transaction_id_foreign" foreign key ("ledger_transaction_id") references "ledger_transaction" ("id");`);

    // Append only: nothing that has been written to the books is changed, deleted or emptied, by whomever.
    this.addSql(`create or replace function ledger_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`);
    for (const table of ["ledger_account", "ledger_transaction", "ledger_entry", "settlement_line"]) {
      this.addSql(`create trigger "${table}_no_change" before update or delete on "${table}" for each row execute function ledger_refuse_change();`);
      this.addSql(`create trigger "${table}_no_truncate" before truncate on "${table}" for each statement execute function ledger_refuse_change();`);
    }

    // A statement's figures are frozen; its payment is noted once.
    this.addSql(`create or replace function settlement_refuse_change() returns trigger language plpgsql as $$
      declare payment text[] := array['status', 'paid_at', 'paid_by', 'proof', 'updated_at'];
      begin
        if old.status <> 'closed' or new.status <> 'paid' or (to_jsonb(new) - payment) is distinct from (to_jsonb(old) - payment) then
          raise exception 'settlement % is closed: only its payment can be noted, once', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger "settlement_frozen" before update on "settlement" for each row execute function settlement_refuse_change();`);
    this.addSql(`create trigger "settlement_no_delete" before delete on "settlement" for each row execute function ledger_refuse_change();`);
    this.addSql(`create trigger "settlement_no_truncate" before truncate on "settlement" for each statement execute function ledger_refuse_change();`);

    // An entry belongs to a transaction of the same database transaction (now() is its start), so that nothing can be
    // added to what has been committed; and account, company and currency have to fit.
    this.addSql(`create or replace function ledger_entry_check() returns trigger language plpgsql as $$
      declare
        t ledger_transaction%rowtype;
        a ledger_account%rowtype;
      begin
        select * into t from ledger_transaction where id = new.transaction_id;
        select * into a from ledger_account where id = new.account_id;
        if t.created_at is distinct from now() then
          raise exception 'ledger transaction % is closed: a mistake is put right by a further transaction', new.transaction_id
            using errcode = 'restrict_violation';
        end if;
        if a.currency_code <> t.currency_code or new.currency_code <> t.currency_code then
          raise exception 'ledger transaction %: one currency only', t.reference using errcode = 'check_violation';
        end if;
        if new.company_id is distinct from a.company_id or coalesce(a.company_id, t.company_id) <> t.company_id then
          raise exception 'ledger transaction %: one company only', t.reference using errcode = 'check_violation';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger "ledger_entry_fits" before insert on "ledger_entry" for each row execute function ledger_entry_check();`);

    // Double entry, looked at when the database transaction commits.
    this.addSql(`create or replace function ledger_balance_check() returns trigger language plpgsql as $$
      declare
        at text := case tg_table_name when 'ledger_entry' then to_jsonb(new)->>'transaction_id' else to_jsonb(new)->>'id' end;
        entries bigint;
        total numeric;
      begin
        select count(*), coalesce(sum(amount_tiyin), 0) into entries, total from ledger_entry where transaction_id = at;
        if entries < 2 or total <> 0 then
          raise exception 'ledger transaction %: % entries add up to % tiyin, not to 0', at, entries, total
            using errcode = 'check_violation';
        end if;
        return null;
      end $$;`);
    for (const table of ["ledger_transaction", "ledger_entry"]) {
      this.addSql(`create constraint trigger "${table}_balanced" after insert on "${table}" deferrable initially deferred for each row execute function ledger_balance_check();`);
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "settlement_line" cascade;`);
    this.addSql(`drop table if exists "settlement" cascade;`);
    this.addSql(`drop table if exists "ledger_entry" cascade;`);
    this.addSql(`drop table if exists "ledger_transaction" cascade;`);
    this.addSql(`drop table if exists "ledger_account" cascade;`);
    for (const name of ["ledger_refuse_change", "settlement_refuse_change", "ledger_entry_check", "ledger_balance_check"]) {
      this.addSql(`drop function if exists ${name}();`);
    }
  }

}
