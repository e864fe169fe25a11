import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121112747 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "audit_anchor" ("id" text not null, "hash" text not null, "removed" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_anchor_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_anchor_deleted_at" ON "audit_anchor" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "audit_denial" ("id" text not null, "minute" timestamptz not null, "action" text not null, "status_code" integer not null, "error_code" text not null default '', "address" text not null, "count" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_denial_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_denial_deleted_at" ON "audit_denial" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_audit_denial_key" ON "audit_denial" ("minute", "action", "status_code", "error_code", "address");`);

    this.addSql(`create table if not exists "audit_entry" ("id" text not null, "at" timestamptz not null, "duration_ms" integer null, "actor_type" text check ("actor_type" in ('user', 'api-key', 'nobody')) not null, "actor_id" text null, "actor_label" text null, "company_id" text null, "action" text not null, "entity_type" text null, "entity_id" text null, "before" jsonb null, "after" jsonb null, "changed" jsonb not null, "body" jsonb null, "outcome" text check ("outcome" in ('done', 'failed', 'denied', 'interrupted')) not null, "status_code" integer null, "error_code" text null, "address" text null, "count" integer not null default 1, "prev_hash" text not null, "hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_deleted_at" ON "audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "audit_intent" ("id" text not null, "at" timestamptz not null, "draft" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_intent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_intent_deleted_at" ON "audit_intent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_intent_at" ON "audit_intent" ("at") WHERE deleted_at IS NULL;`);

    // By hand from here on: the place in the chain is a bigint, which DML has no column for.
    this.addSql(`alter table "audit_entry" add column if not exists "seq" bigint not null;`);
    this.addSql(`alter table "audit_anchor" add column if not exists "seq" bigint not null;`);
    this.addSql(`create unique index if not exists "IDX_audit_entry_seq" on "audit_entry" ("seq");`);
    this.addSql(`create unique index if not exists "IDX_audit_anchor_seq" on "audit_anchor" ("seq");`);
    // The log is read newest first, by any of these.
    for (const columns of ["actor_id", "actor_label", "company_id", "action", "entity_type", "entity_id", "outcome"]) {
      this.addSql(`create index if not exists "IDX_audit_entry_${columns}_seq" on "audit_entry" ("${columns}", "seq" desc);`);
    }
    this.addSql(`create index if not exists "IDX_audit_entry_at" on "audit_entry" ("at");`);

    // Append only, by whomever. What the retention has anchored may be deleted, and nothing else.
    this.addSql(`create or replace function audit_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and tg_table_name = 'audit_entry' then
          if old.seq <= (select max(seq) from audit_anchor) then
            return old;
          end if;
        end if;
        raise exception '% is append only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`);
    for (const table of ["audit_entry", "audit_anchor"]) {
      this.addSql(`create trigger "${table}_no_change" before update or delete on "${table}" for each row execute function audit_refuse_change();`);
      this.addSql(`create trigger "${table}_no_truncate" before truncate on "${table}" for each statement execute function audit_refuse_change();`);
    }

    // An anchor stands for a prefix of the chain, all of it older than thirty days.
    this.addSql(`create or replace function audit_anchor_check() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from audit_entry where seq = new.seq and hash = new.hash) then
          raise exception 'audit anchor %: there is no such entry', new.seq using errcode = 'restrict_violation';
        end if;
        if exists (select 1 from audit_entry where seq <= new.seq and at > now() - interval '30 days') then
          raise exception 'audit anchor %: entries of the last thirty days stay', new.seq using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger "audit_anchor_fits" before insert on "audit_anchor" for each row execute function audit_anchor_check();`);

    // The one way out: removes the entries before the first that is younger than the bound, and leaves an anchor.
    this.addSql(`create or replace function audit_prune(bound timestamptz) returns bigint language plpgsql as $$
      declare
        last audit_entry%rowtype;
        youngest bigint;
        removed bigint;
      begin
        perform pg_advisory_xact_lock(hashtext('audit_entry'));
        select min(seq) into youngest from audit_entry where at >= bound;
        select * into last from audit_entry where youngest is null or seq < youngest order by seq desc limit 1;
        if last.seq is null then
          return 0;
        end if;
        select count(*) into removed from audit_entry where seq <= last.seq;
        insert into audit_anchor (id, seq, hash, removed) values ('audanc_' || last.seq, last.seq, last.hash, removed);
        delete from audit_entry where seq <= last.seq;
        return removed;
      end $$;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_anchor" cascade;`);

    this.addSql(`drop table if exists "audit_denial" cascade;`);

    this.addSql(`drop table if exists "audit_entry" cascade;`);

    this.addSql(`drop table if exists "audit_intent" cascade;`);
    for (const name of ["audit_refuse_change", "audit_anchor_check"]) {
      this.addSql(`drop function if exists ${name}();`);
    }
    this.addSql(`drop function if exists audit_prune(timestamptz);`);
  }

}
