import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121180652 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "review_word" drop constraint if exists "review_word_skeleton_unique";`);
    this.addSql(`alter table if exists "review_vote" drop constraint if exists "review_vote_review_id_customer_id_unique";`);
    this.addSql(`alter table if exists "review_report" drop constraint if exists "review_report_review_id_customer_id_unique";`);
    this.addSql(`alter table if exists "product_review" drop constraint if exists "product_review_product_id_customer_id_unique";`);
    this.addSql(`alter table if exists "company_rating" drop constraint if exists "company_rating_company_id_customer_id_unique";`);
    this.addSql(`create table if not exists "company_rating" ("id" text not null, "company_id" text not null, "customer_id" text not null, "stars" integer not null, "company_order_id" text null, "source" text check ("source" in ('manual', 'legacy')) not null default 'manual', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "company_rating_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_rating_deleted_at" ON "company_rating" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_company_rating_company_id_customer_id_unique" ON "company_rating" ("company_id", "customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_rating_company_id_updated_at_id" ON "company_rating" ("company_id", "updated_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_company_rating_customer_id" ON "company_rating" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "product_review" ("id" text not null, "product_id" text not null, "company_id" text null, "customer_id" text not null, "company_order_id" text null, "variant_id" text null, "variant_title" text null, "stars" integer not null, "title" text null, "text" text null, "pros" text null, "cons" text null, "quality_stars" integer null, "match_stars" integer null, "delivery_stars" integer null, "locale" text check ("locale" in ('uz', 'ru', 'en')) not null, "status" text check ("status" in ('pending', 'approved', 'rejected', 'reported')) not null default 'pending', "reject_reason" text null, "flagged_words" text[] not null default '{}', "next" jsonb null, "revision" integer not null default 1, "waits_since" timestamptz null, "reviewed_at" timestamptz null, "reviewed_by" text null, "edited_at" timestamptz null, "helpful_count" integer not null default 0, "unhelpful_count" integer not null default 0, "photo_count" integer not null default 0, "report_count" integer not null default 0, "reply_text" text null, "reply_at" timestamptz null, "reply_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_review_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_deleted_at" ON "product_review" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_review_product_id_customer_id_unique" ON "product_review" ("product_id", "customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_shown_newest" ON "product_review" ("product_id", "created_at", "id") WHERE status in ('approved', 'reported') and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_shown_helpful" ON "product_review" ("product_id", "helpful_count", "created_at", "id") WHERE status in ('approved', 'reported') and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_shown_stars" ON "product_review" ("product_id", "stars", "created_at", "id") WHERE status in ('approved', 'reported') and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_company_id_created_at_id" ON "product_review" ("company_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_customer_id_created_at_id" ON "product_review" ("customer_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_status_created_at_id" ON "product_review" ("status", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_review_waits_since_id" ON "product_review" ("waits_since", "id") WHERE waits_since is not null and deleted_at is null;`);

    this.addSql(`create table if not exists "review_photo" ("id" text not null, "review_id" text not null, "url" text not null, "file_key" text not null, "thumbnail_url" text not null, "thumbnail_key" text not null, "width" integer not null, "height" integer not null, "is_approved" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_photo_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_photo_review_id" ON "review_photo" ("review_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_photo_deleted_at" ON "review_photo" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_photo_review_id_created_at_id" ON "review_photo" ("review_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_photo_gone" ON "review_photo" ("deleted_at") WHERE deleted_at is not null;`);

    this.addSql(`create table if not exists "review_report" ("id" text not null, "review_id" text not null, "customer_id" text not null, "reason" text check ("reason" in ('spam', 'offensive', 'false', 'private', 'other')) not null, "note" text null, "handled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_report_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_report_deleted_at" ON "review_report" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_report_review_id_customer_id_unique" ON "review_report" ("review_id", "customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_report_customer_id" ON "review_report" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "review_vote" ("id" text not null, "review_id" text not null, "customer_id" text not null, "is_helpful" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_vote_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_vote_deleted_at" ON "review_vote" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_vote_review_id_customer_id_unique" ON "review_vote" ("review_id", "customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_vote_customer_id" ON "review_vote" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "review_word" ("id" text not null, "word" text not null, "skeleton" text not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "review_word_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_review_word_deleted_at" ON "review_word" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_review_word_skeleton_unique" ON "review_word" ("skeleton") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "review_photo" add constraint "review_photo_review_id_foreign" foreign key ("review_id") references "product_review" ("id") on update cascade;`);

    // What is counted, by hand: triggers keep these tables in the transaction that changes what they count, whoever changes it.
    this.addSql(`alter table "company_rating" add constraint "company_rating_stars" check ("stars" between 1 and 5);`);
    this.addSql(`alter table "product_review" add constraint "product_review_stars" check ("stars" between 1 and 5
      and "quality_stars" between 1 and 5 and "match_stars" between 1 and 5 and "delivery_stars" between 1 and 5);`);
    // The market's own mean, and as how many ratings it counts (README): refreshed by a job, so that no writer waits for another one.
    this.addSql(`create table if not exists "rating_prior" ("kind" text not null, "mean" numeric(4,2) not null, "weight" numeric not null,
      "refreshed_at" timestamptz null, constraint "rating_prior_pkey" primary key ("kind"));`);
    this.addSql(`insert into "rating_prior" ("kind", "mean", "weight") values ('company', 3, 10), ('product', 3, 10) on conflict do nothing;`);
    for (const [table, key] of [["company_rating_stat", "company_id"], ["product_review_stat", "product_id"]]) {
      const more = table === "product_review_stat"
        ? `"quality_sum" integer not null default 0, "quality_count" integer not null default 0, "match_sum" integer not null default 0,
           "match_count" integer not null default 0, "delivery_sum" integer not null default 0, "delivery_count" integer not null default 0,`
        : "";
      this.addSql(`create table if not exists "${table}" ("${key}" text not null, "c1" integer not null default 0,
        "c2" integer not null default 0, "c3" integer not null default 0, "c4" integer not null default 0, "c5" integer not null default 0, ${more}
        "count" integer not null generated always as (c1 + c2 + c3 + c4 + c5) stored,
        "sum" integer not null generated always as (c1 + 2 * c2 + 3 * c3 + 4 * c4 + 5 * c5) stored,
        "average" numeric(3,2) null generated always as
          (round((c1 + 2 * c2 + 3 * c3 + 4 * c4 + 5 * c5)::numeric / nullif(c1 + c2 + c3 + c4 + c5, 0), 2)) stored,
        "score" numeric(6,4) not null default 0, constraint "${table}_pkey" primary key ("${key}"));`);
      this.addSql(`create index if not exists "IDX_${table}_score" on "${table}" ("score" desc, "${key}");`);
    }
    // PostgreSQL locks a row before it runs this, so the mean is read after whoever held the row has committed.
    this.addSql(`create or replace function "bozor_rating_score"() returns trigger language plpgsql as $$
      begin
        select round((p.weight * p.mean + new.c1 + 2 * new.c2 + 3 * new.c3 + 4 * new.c4 + 5 * new.c5)
                 / nullif(p.weight + new.c1 + new.c2 + new.c3 + new.c4 + new.c5, 0), 4)
          into new.score from rating_prior p where p.kind = tg_argv[0];
        new.score := coalesce(new.score, 0);
        return new;
      end $$;`);
    this.addSql(`create trigger "bozor_rating_score" before insert or update on "company_rating_stat"
      for each row execute function "bozor_rating_score"('company');`);
    this.addSql(`create trigger "bozor_rating_score" before insert or update on "product_review_stat"
      for each row execute function "bozor_rating_score"('product');`);
    // Once per statement, over all of its rows: an import of many is one change per company, and keys are locked in one order.
    const stars = [1, 2, 3, 4, 5].map((star) => `sum(case when x.stars = ${star} then x.d else 0 end)::int as c${star}`);
    const aspects = ["quality", "match", "delivery"].flatMap((name) => [
      `sum(coalesce(x.${name}_stars, 0) * x.d)::int as ${name}_sum`, `sum((x.${name}_stars is not null)::int * x.d)::int as ${name}_count`,
    ]);
    const counted = [
      { table: "company_rating", stat: "company_rating_stat", key: "company_id", isCounted: "deleted_at is null", sums: stars },
      { table: "product_review", stat: "product_review_stat", key: "product_id",
        isCounted: "status in ('approved', 'reported') and deleted_at is null", sums: [...stars, ...aspects] },
    ];
    for (const { table, stat, key, isCounted, sums } of counted) {
      const names = sums.map((sum) => sum.split(" as ")[1]);
      const from = { old: `select o.*, -1 as d from old_rows o where ${isCounted}`, new: `select n.*, 1 as d from new_rows n where ${isCounted}` };
      const add = (rows: string) => `insert into ${stat} as s (${key}, ${names.join(", ")})
        select * from (select x.${key}, ${sums.join(", ")} from (${rows}) x group by x.${key}) y
         where ${names.map((name) => `${name} <> 0`).join(" or ")} order by ${key}
        on conflict (${key}) do update set ${names.map((name) => `${name} = s.${name} + excluded.${name}`).join(", ")};`;
      this.addSql(`create or replace function "bozor_count_${table}"() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then ${add(from.new)}
          elsif tg_op = 'DELETE' then ${add(from.old)}
          else ${add(`${from.old} union all ${from.new}`)}
          end if;
          return null;
        end $$;`);
      this.addSql(`create trigger "bozor_count_${table}_insert" after insert on "${table}" referencing new table as new_rows
        for each statement execute function "bozor_count_${table}"();`);
      this.addSql(`create trigger "bozor_count_${table}_update" after update on "${table}" referencing old table as old_rows new table as new_rows
        for each statement execute function "bozor_count_${table}"();`);
      this.addSql(`create trigger "bozor_count_${table}_delete" after delete on "${table}" referencing old table as old_rows
        for each statement execute function "bozor_count_${table}"();`);
    }
    this.addSql(`create or replace function "bozor_count_review_vote"() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' and old.deleted_at is null then
          update product_review set helpful_count = helpful_count - old.is_helpful::int,
            unhelpful_count = unhelpful_count - (not old.is_helpful)::int where id = old.review_id;
        end if;
        if tg_op <> 'DELETE' and new.deleted_at is null then
          update product_review set helpful_count = helpful_count + new.is_helpful::int,
            unhelpful_count = unhelpful_count + (not new.is_helpful)::int where id = new.review_id;
        end if;
        return null;
      end $$;`);
    this.addSql(`create trigger "bozor_count_review_vote" after insert or delete or update of is_helpful, deleted_at on "review_vote"
      for each row execute function "bozor_count_review_vote"();`);
    this.addSql(`create or replace function "bozor_count_review_photo"() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' and old.is_approved and old.deleted_at is null then
          update product_review set photo_count = photo_count - 1 where id = old.review_id;
        end if;
        if tg_op <> 'DELETE' and new.is_approved and new.deleted_at is null then
          update product_review set photo_count = photo_count + 1 where id = new.review_id;
        end if;
        return null;
      end $$;`);
    this.addSql(`create trigger "bozor_count_review_photo" after insert or delete or update of is_approved, deleted_at on "review_photo"
      for each row execute function "bozor_count_review_photo"();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "company_rating_stat", "product_review_stat", "rating_prior";`);
    this.addSql(`alter table if exists "review_photo" drop constraint if exists "review_photo_review_id_foreign";`);

    this.addSql(`drop table if exists "company_rating" cascade;`);

    this.addSql(`drop table if exists "product_review" cascade;`);

    this.addSql(`drop table if exists "review_photo" cascade;`);

    this.addSql(`drop table if exists "review_report" cascade;`);

    this.addSql(`drop table if exists "review_vote" cascade;`);

    this.addSql(`drop table if exists "review_word" cascade;`);

    this.addSql(`drop function if exists "bozor_rating_score"(), "bozor_count_company_rating"(), "bozor_count_product_review"(),
      "bozor_count_review_vote"(), "bozor_count_review_photo"();`);
  }

}
