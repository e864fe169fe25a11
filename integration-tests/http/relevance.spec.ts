import { measureMarket } from "../relevance/market"
import { QUERIES } from "../relevance/queries"
import { shortfalls } from "../relevance/thresholds"
import { testMarket } from "../support/suite"

testMarket({
  testSuite: ({ getContainer }) => {
    it("answers the judged queries as well as it has to, in every script and of every kind", async () => {
      const figures = await measureMarket(getContainer())
      expect(figures.engine).toBe("postgres")
      expect(figures.all.queries).toBe(QUERIES.filter(({ kind }) => kind !== "nothing").length)
      expect({ shortfalls: shortfalls(figures), worst: figures.worst.slice(0, 10) }).toMatchObject({
        shortfalls: [],
      })
    })
  },
})
