import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121180726 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "like_list" drop constraint if exists "like_list_share_hash_unique";`);
    // The limit of a list is kept by its counter (src/modules/like/lib/limits.ts).
    this.addSql(`create table if not exists "like_list" ("id" text not null, "customer_id" text not null, "name" text not null, "share_hash" text null, "item_count" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "like_list_pkey" primary key ("id"), constraint "like_list_items_most" check ("item_count" <= 1000));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_like_list_deleted_at" ON "like_list" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_like_list_customer_id_created_at_id" ON "like_list" ("customer_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_like_list_share_hash_unique" ON "like_list" ("share_hash") WHERE share_hash is not null and deleted_at is null;`);

    // The rest has no model: only SQL that writes rows and counters in one statement touches it, and nothing of it is kept deleted.
    this.addSql(`create table if not exists "like_list_item" (
      "list_id" text not null, "product_id" text not null, "added_at" timestamptz not null default now(),
      constraint "like_list_item_pkey" primary key ("list_id", "product_id"),
      constraint "like_list_item_list" foreign key ("list_id") references "like_list" ("id") on delete cascade);`);

    // Owner is a customer's id, or that of a visitor (vis_…) who has not signed in.
    this.addSql(`create table if not exists "product_like" (
      "owner_id" text not null, "product_id" text not null, "liked_at" timestamptz not null default now(),
      constraint "product_like_pkey" primary key ("owner_id", "product_id"));`);
    this.addSql(`create index if not exists "IDX_product_like_newest" on "product_like" ("owner_id", "liked_at" desc, "product_id");`);
    // Who likes these goods: asked by whoever sends messages about them.
    this.addSql(`create index if not exists "IDX_product_like_product" on "product_like" ("product_id", "owner_id");`);
    this.addSql(`create index if not exists "IDX_product_like_guest" on "product_like" ("liked_at") where owner_id like 'vis\\_%';`);
    this.addSql(`create table if not exists "product_like_count" (
      "product_id" text not null, "like_count" bigint not null default 0,
      constraint "product_like_count_pkey" primary key ("product_id"));`);
    this.addSql(`create table if not exists "like_owner" (
      "owner_id" text not null, "like_count" integer not null default 0, "list_count" integer not null default 0,
      constraint "like_owner_pkey" primary key ("owner_id"),
      constraint "like_owner_likes_most" check ("like_count" <= 5000),
      constraint "like_owner_lists_most" check ("list_count" <= 50));`);

    this.addSql(`create table if not exists "company_follow" (
      "customer_id" text not null, "company_id" text not null, "followed_at" timestamptz not null default now(),
      constraint "company_follow_pkey" primary key ("customer_id", "company_id"));`);
    this.addSql(`create index if not exists "IDX_company_follow_company" on "company_follow" ("company_id", "customer_id");`);
    this.addSql(`create table if not exists "company_follow_count" (
      "company_id" text not null, "follower_count" bigint not null default 0,
      constraint "company_follow_count_pkey" primary key ("company_id"));`);

    // Price and stock of liked goods as they were last seen, and what has come of a change; told_at is empty until listeners know.
    this.addSql(`create table if not exists "like_watch" (
      "variant_id" text not null, "product_id" text not null, "price" numeric null, "currency_code" text not null default 'uzs',
      "is_in_stock" boolean not null, "changed_at" timestamptz not null default now(),
      constraint "like_watch_pkey" primary key ("variant_id"));`);
    this.addSql(`create index if not exists "IDX_like_watch_product" on "like_watch" ("product_id");`);
    this.addSql(`create table if not exists "like_news" (
      "id" bigint generated always as identity, "kind" text not null check ("kind" in ('price_dropped', 'back_in_stock')),
      "product_id" text not null, "variant_id" text not null, "currency_code" text not null,
      "price_from" numeric null, "price_to" numeric null,
      "noticed_at" timestamptz not null default now(), "told_at" timestamptz null,
      constraint "like_news_pkey" primary key ("id"));`);
    this.addSql(`create index if not exists "IDX_like_news_untold" on "like_news" ("id") where told_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "like_list_item", "product_like", "product_like_count", "like_owner", "company_follow", "company_follow_count", "like_watch", "like_news";`);
    this.addSql(`drop table if exists "like_list" cascade;`);
  }

}
