import { queryWords } from "../../../lib/words"
import { matchingOf } from "../lib/matching"
import { Database } from "../postgres/database"
import { correctWords } from "../postgres/typos"

/** A database without `pg_trgm`: a managed one may not let it be added. */
const withoutTrigrams = (words: Array<{ word: string; documents: number }>, asked: string[]): Database => {
  const database: Database = {
    raw: async <Row>(sql: string, values: unknown[] = []) => {
      asked.push(sql)
      const [least, most] = values as number[]
      const rows = sql.includes("gin_trgm_ops")
        ? [{ there: false }]
        : sql.includes("exists (select 1 from")
          ? [{ u0: false, u1: true }]
          : sql.includes("length(word) between")
            ? words.filter(({ word }) => word.length >= least && word.length <= most)
            : []
      return { rows: rows as Row[] }
    },
    transaction: (work) => work(database),
  }
  return database
}

describe("typos without trigrams", () => {
  it("are looked for in memory, and no statement names what is not there", async () => {
    const asked: string[] = []
    const database = withoutTrigrams(
      [
        { word: "telefon", documents: 3 },
        { word: "telefonlar", documents: 9 },
        { word: "televizor", documents: 9 },
        { word: "teleg", documents: 1 },
      ],
      asked
    )
    const { units } = matchingOf(queryWords("telfon qizil"), [], { isTypeahead: false })
    expect([...(await correctWords(database, "product_v1", units))]).toEqual([["telfon", ["telefon"]]])
    expect(asked.filter((sql) => /similarity|%/.test(sql))).toEqual([])
  })
})
