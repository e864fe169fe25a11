import { useQuery } from "@tanstack/react-query"
import { api, ApiError } from "../../../../lib/api"
import { keyOf } from "../../../../lib/query"
import { Word, WORDS } from "./types"

type Answer = { review_words: Word[]; built_in: string[]; count: number }

/** Words of one answer, at most. */
const LIMIT = 100

/** The whole list, page by page: it holds a thousand words at most, and is searched where it stands. */
async function readAll(signal: AbortSignal): Promise<Answer> {
  const first = await api.get<Answer>(WORDS, { limit: LIMIT }, signal)
  const words = [...first.review_words]
  while (words.length < first.count) {
    const next = await api.get<Answer>(WORDS, { limit: LIMIT, offset: words.length }, signal)
    if (next.review_words.length === 0) {
      break
    }
    words.push(...next.review_words)
  }
  return { ...first, review_words: words }
}

export const useWords = () =>
  useQuery<Answer, ApiError>({ queryKey: keyOf(WORDS), queryFn: ({ signal }) => readAll(signal) })
