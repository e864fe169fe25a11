import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { RatingErrors } from "./errors"
import { flaggedWords, ListedWord, skeletonOf } from "./lib/words"
import { CompanyRating } from "./models/company-rating"
import { ProductReview } from "./models/product-review"
import { ReviewPhoto } from "./models/review-photo"
import { ReviewReport } from "./models/review-report"
import { ReviewVote } from "./models/review-vote"
import { ReviewWord } from "./models/review-word"

/** Every review is compared with all of them. */
const WORDS_MOST = 1_000

/** The operator's words, besides those that are built in. */
export class WordService extends MedusaService({
  CompanyRating,
  ProductReview,
  ReviewPhoto,
  ReviewVote,
  ReviewReport,
  ReviewWord,
}) {
  /** Words of both lists that a text has. */
  @InjectManager()
  async flagged(text: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    const own = await sql<ListedWord>(
      context,
      `select word, skeleton from review_word where deleted_at is null order by created_at, id`
    )
    return flaggedWords(text, own)
  }

  /**
   * Lists a word.
   * @throws {MedusaError} REVIEW_WORD_TOO_SHORT, REVIEW_WORD_EXISTS, REVIEW_WORDS_FULL
   */
  @InjectTransactionManager()
  async addWord(
    input: { word: string; created_by: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string; word: string }> {
    const skeleton = skeletonOf(input.word)
    if (skeleton.length < 3) {
      throw RatingErrors.wordTooShort()
    }
    await sql(context, `select pg_advisory_xact_lock(hashtext('review_word'))`)
    const [{ count }] = await sql<{ count: number }>(
      context,
      `select count(*)::int as count from review_word where deleted_at is null`
    )
    if (count >= WORDS_MOST) {
      throw RatingErrors.wordsFull(WORDS_MOST)
    }
    const [row] = await sql<{ id: string; word: string }>(
      context,
      `insert into review_word (id, word, skeleton, created_by) values (?, ?, ?, ?)
       on conflict (skeleton) where deleted_at is null do nothing returning id, word`,
      [generateEntityId(undefined, "rwrd"), input.word, skeleton, input.created_by]
    )
    if (!row) {
      throw RatingErrors.wordExists()
    }
    return row
  }

  /** Takes a word off the list. @throws {MedusaError} 404 */
  @InjectTransactionManager()
  async dropWord(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(id, "word id")
    const rows = await sql(context, `delete from review_word where id = ? returning id`, [id])
    if (rows.length === 0) {
      throw notFound("Word", id)
    }
  }
}
