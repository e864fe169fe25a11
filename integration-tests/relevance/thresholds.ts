import { Figure, Relevance } from "./measure"

type Least = { ndcg: number; kind_ndcg: number; zero_rate: number; silence: number }

/**
 * What an engine must reach; a change that makes search worse does not pass. The figures stand a little below those measured on 21
 * November 2026 (docs/search-words.md), so that a tie that falls the other way is no failure.
 */
export const LEAST: Record<string, Least> = {
  postgres: { ndcg: 0.93, kind_ndcg: 0.83, zero_rate: 0.004, silence: 0.9 },
  meilisearch: { ndcg: 0.8, kind_ndcg: 0.55, zero_rate: 0.03, silence: 0.6 },
}

/** What does not reach its threshold, in words; nothing when all is well. */
export function shortfalls({ engine, all, kinds, silence }: Relevance): string[] {
  const least = LEAST[engine]
  return [
    ...below("NDCG@10", all, least.ndcg),
    ...kinds.flatMap((figure) => below("NDCG@10", figure, least.kind_ndcg)),
    ...(all.zero_rate > least.zero_rate
      ? [`zero-result rate ${all.zero_rate.toFixed(3)} above ${least.zero_rate}`]
      : []),
    ...(silence < least.silence ? [`queries for nothing: ${silence.toFixed(2)} below ${least.silence}`] : []),
  ].map((text) => `${engine}: ${text}`)
}

const below = (what: string, { name, ndcg }: Figure, least: number): string[] =>
  ndcg < least ? [`${what} of ${name} is ${ndcg.toFixed(3)}, below ${least}`] : []
