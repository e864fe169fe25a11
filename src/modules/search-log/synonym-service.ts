import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { SearchLogErrors } from "./errors"
import { HistoryService } from "./history-service"
import { MOST_SYNONYMS } from "./lib/limits"
import { groupOf } from "./lib/synonyms"
import { Synonym } from "./types"

export type SynonymRow = Omit<Synonym, "is_built_in"> & { origin: "own" | "builtin" }

const COLUMNS = "id, words, is_one_way, is_active, updated_at, origin"

/** The operator's part: groups of words that mean the same. */
export class SynonymService extends HistoryService {
  /** All rows, the newest change first. */
  @InjectManager()
  async synonymRows(@MedusaContext() context: Context = {}): Promise<SynonymRow[]> {
    return sql<SynonymRow>(
      context,
      `select ${COLUMNS} from search_synonym where deleted_at is null order by updated_at desc, id limit ${MOST_SYNONYMS * 2}`
    )
  }

  /** @throws {MedusaError} SEARCH_SYNONYM_EXISTS, SEARCH_SYNONYMS_FULL, and those of `groupOf` */
  @InjectTransactionManager()
  async addSynonym(
    input: { words: string[]; is_one_way: boolean; is_active: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<SynonymRow> {
    const { words, key } = groupOf(input.words)
    await this.lock(context)
    const [{ count }] = await sql<{ count: number }>(
      context,
      `select count(*)::int as count from search_synonym where origin = 'own' and deleted_at is null`
    )
    if (count >= MOST_SYNONYMS) {
      throw SearchLogErrors.full(MOST_SYNONYMS)
    }
    await this.refuseTaken(key, "", context)
    const id = generateEntityId(undefined, "ssyn")
    const [row] = await sql<SynonymRow>(
      context,
      `insert into search_synonym (id, words, key, is_one_way, is_active)
       values (?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?) returning ${COLUMNS}`,
      [id, JSON.stringify(words), key, input.is_one_way, input.is_active]
    )
    return row
  }

  /** @throws {MedusaError} 404, SEARCH_SYNONYM_EXISTS, and those of `groupOf` */
  @InjectTransactionManager()
  async changeSynonym(
    input: { id: string; words?: string[]; is_one_way?: boolean; is_active?: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<SynonymRow> {
    assertId(input.id, "synonym id")
    const group = input.words ? groupOf(input.words) : null
    const words = group ? JSON.stringify(group.words) : null
    await this.lock(context)
    if (group) {
      await this.refuseTaken(group.key, input.id, context)
    }
    const [row] = await sql<SynonymRow>(
      context,
      `update search_synonym set updated_at = now(), is_active = coalesce(?::boolean, is_active),
              is_one_way = coalesce(?::boolean, is_one_way),
              words = case when ?::jsonb is null then words
                           else array(select jsonb_array_elements_text(?::jsonb)) end,
              key = coalesce(?, key)
        where id = ? and origin = 'own' and deleted_at is null returning ${COLUMNS}`,
      [input.is_active ?? null, input.is_one_way ?? null, words, words, group?.key ?? null, input.id]
    )
    if (!row) {
      throw notFound("Synonym", input.id)
    }
    return row
  }

  /** @throws {MedusaError} 404 */
  @InjectTransactionManager()
  async dropSynonym(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(id, "synonym id")
    const rows = await sql(
      context,
      `delete from search_synonym where id = ? and origin = 'own' and deleted_at is null returning id`,
      [id]
    )
    if (rows.length === 0) {
      throw notFound("Synonym", id)
    }
  }

  /** Switches a built-in group off or on; its words are its own wherever they are needed. */
  @InjectTransactionManager()
  async switchBuiltIn(
    input: { id: string; is_active: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<SynonymRow> {
    assertId(input.id, "synonym id")
    const [row] = await sql<SynonymRow>(
      context,
      `insert into search_synonym (id, origin, words, key, is_active) values (?, 'builtin', '{}', ?, ?)
       on conflict (id) do update set is_active = excluded.is_active, updated_at = now() returning ${COLUMNS}`,
      [input.id, input.id, input.is_active]
    )
    return row
  }

  private async refuseTaken(key: string, id: string, context: Context): Promise<void> {
    const taken = await sql(
      context,
      `select id from search_synonym where key = ? and id <> ? and deleted_at is null`,
      [key, id]
    )
    if (taken.length > 0) {
      throw SearchLogErrors.exists()
    }
  }

  /** One change at a time: two of them could each find room for the last group, or the same words free. */
  private async lock(context: Context): Promise<void> {
    await sql(context, `select pg_advisory_xact_lock(hashtext('search_synonym'))`)
  }
}
