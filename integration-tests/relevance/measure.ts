import { GOODS } from "./goods"
import { HELD_OUT, JudgedQuery, KINDS, QUERIES, SCRIPTS } from "./queries"
import { mean, ndcgAt10, zeroRate } from "./score"

/** Ids of goods, the best first, and how many there are. */
export type Answer = { ids: string[]; count: number }

/** NDCG@10 and the zero-result rate of queries that have something to find. */
export type Figure = { name: string; queries: number; ndcg: number; zero_rate: number }

export type Relevance = {
  engine: string
  all: Figure
  /** Of the queries that nothing was tuned on; not in the other figures. */
  held_out: Figure
  scripts: Figure[]
  kinds: Figure[]
  /** Of the queries that nothing answers, the part that was answered with nothing. */
  silence: number
  /** How many queries each engine has answered in the end. */
  answered_by?: Record<string, number>
  worst: Array<{ q: string; kind: string; ndcg: number; found: string[] }>
}

type Judged = JudgedQuery & Answer & { ndcg: number }

const WORST = 25

/** Asks an engine all judged queries, one after another. */
export async function measure(engine: string, ask: (q: string) => Promise<Answer>): Promise<Relevance> {
  const judged = await judge(QUERIES, ask)
  const heldOut = await judge(HELD_OUT, ask)
  const answerable = judged.filter(({ kind }) => kind !== "nothing")
  const hopeless = judged.filter(({ kind }) => kind === "nothing")
  return {
    engine,
    all: figureOf("all", answerable),
    held_out: figureOf(
      "held out",
      heldOut.filter(({ kind }) => kind !== "nothing")
    ),
    scripts: SCRIPTS.map((name) =>
      figureOf(
        name,
        answerable.filter(({ script }) => script === name)
      )
    ),
    kinds: KINDS.filter((name) => name !== "nothing").map((name) =>
      figureOf(
        name,
        answerable.filter(({ kind }) => kind === name)
      )
    ),
    silence: mean(hopeless.map(({ count }) => Number(count === 0))),
    worst: worstOf(answerable),
  }
}

async function judge(queries: JudgedQuery[], ask: (q: string) => Promise<Answer>): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const query of queries) {
    const answer = await ask(query.q)
    const grades = answer.ids.map((id) => query.grades.get(id) ?? 0)
    judged.push({ ...query, ...answer, ndcg: ndcgAt10(grades, [...query.grades.values()]) })
  }
  return judged
}

const figureOf = (name: string, judged: Judged[]): Figure => ({
  name,
  queries: judged.length,
  ndcg: mean(judged.map(({ ndcg }) => ndcg)),
  zero_rate: zeroRate(judged.map(({ count }) => count)),
})

const titles = new Map(GOODS.map(({ id, title }) => [id, title]))

function worstOf(judged: Judged[]): Relevance["worst"] {
  return [...judged]
    .sort((a, b) => a.ndcg - b.ndcg)
    .slice(0, WORST)
    .map(({ q, kind, ndcg, ids, grades }) => ({
      q,
      kind,
      ndcg,
      found: ids.slice(0, 5).map((id) => `${titles.get(id)?.slice(0, 30)} (${grades.get(id) ?? 0})`),
    }))
}
