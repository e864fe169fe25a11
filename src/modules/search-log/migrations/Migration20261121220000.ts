import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was searched for. Only the synonyms have a model; the other tables are written and read by SQL alone (README.md). */
export class Migration20261121220000 extends Migration {
  override async up(): Promise<void> {
    // One row per search (of people nobody knows, one for the same searches of a batch), for `search.log_days`. Who searched, and over which network, are keyed hashes, for counting different
    // ones only; a text that looks like a person's own (an e-mail address, a telephone) is empty. `is_public`: a stranger would have found the same.
    this.addSql(`create table if not exists "search_query" (
      "id" bigint generated always as identity, "text" text not null, "folded" text not null, "results" integer not null, "times" integer not null default 1,
      "engine" text not null, "source" text not null, "locale" text not null, "owner_hash" text null, "network_hash" text null,
      "is_public" boolean not null default false, "at" timestamptz not null,
      constraint "search_query_pkey" primary key ("id"));`)
    this.addSql(`create index if not exists "IDX_search_query_at" on "search_query" ("at");`)
    this.addSql(`create index if not exists "IDX_search_query_people" on "search_query" ("folded", "owner_hash");`)
    this.addSql(
      `create index if not exists "IDX_search_query_owner" on "search_query" ("owner_hash") where owner_hash is not null;`
    )

    // Sums of a day of Tashkent, without people, for ever. A text that too few have asked for loses its row when its day leaves
    // the log: its numbers go to the row without text.
    this.addSql(`create table if not exists "search_day" (
      "day" date not null, "folded" text not null, "locale" text not null, "text" text not null,
      "searches" integer not null, "zero_results" integer not null,
      "last_at" timestamptz null, "zero_at" timestamptz null, "is_common" boolean not null default false,
      constraint "search_day_pkey" primary key ("day", "folded", "locale"));`)
    this.addSql(
      `create index if not exists "IDX_search_day_unsettled" on "search_day" ("day") where not is_common and folded <> '';`
    )

    // What many have asked for lately; made anew every few minutes.
    this.addSql(`create table if not exists "search_popular" (
      "folded" text not null, "text" text not null, "locale" text not null, "people" integer not null,
      "searches" integer not null,
      constraint "search_popular_pkey" primary key ("folded"));`)

    // The last searches of a customer, or of a visitor (vis_…) who has not signed in.
    this.addSql(`create table if not exists "search_history" (
      "id" text not null, "owner_id" text not null, "folded" text not null, "text" text not null,
      "searched_at" timestamptz not null,
      constraint "search_history_pkey" primary key ("id"),
      constraint "search_history_unique" unique ("owner_id", "folded"));`)
    this.addSql(
      `create index if not exists "IDX_search_history_newest" on "search_history" ("owner_id", "searched_at" desc, "id");`
    )
    this.addSql(`create index if not exists "IDX_search_history_old" on "search_history" ("searched_at");`)

    // What has been deleted, until no process can have it waiting to be written any more; a `folded` of no letters is everything.
    this.addSql(`create table if not exists "search_forgotten" (
      "owner_hash" text not null, "folded" text not null, "forgotten_at" timestamptz not null,
      constraint "search_forgotten_pkey" primary key ("owner_hash", "folded"));`)
    this.addSql(
      `create index if not exists "IDX_search_forgotten_old" on "search_forgotten" ("forgotten_at");`
    )

    // The operator's groups of words that mean the same; of a one-way group the first word finds the others, not they it. A row of `origin` builtin says no more than that a built-in one is off.
    this.addSql(`create table if not exists "search_synonym" (
      "id" text not null, "origin" text not null default 'own' check ("origin" in ('own', 'builtin')),
      "words" text[] not null, "key" text not null, "is_one_way" boolean not null default false, "is_active" boolean not null default true,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "search_synonym_pkey" primary key ("id"));`)
    this.addSql(
      `create index if not exists "IDX_search_synonym_deleted_at" on "search_synonym" ("deleted_at") where deleted_at is null;`
    )
    this.addSql(
      `create unique index if not exists "IDX_search_synonym_key_unique" on "search_synonym" ("key") where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    for (const table of ["query", "day", "popular", "history", "forgotten", "synonym"]) {
      this.addSql(`drop table if exists "search_${table}" cascade;`)
    }
  }
}
