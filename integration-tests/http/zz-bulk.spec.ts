import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Api, createCompany, createListing, setUpMarket } from "../support/market"
medusaIntegrationTestRunner({ testSuite: ({ api: rawApi, getContainer }) => {
  const api = rawApi as unknown as Api
  it("bulk", async () => {
    const m = await setUpMarket(getContainer(), api)
    const c = await createCompany(getContainer(), api, "A")
    const ids: string[] = []
    for (let i = 0; i < 500; i += 10) ids.push(...(await Promise.all(Array.from({ length: 10 }, () => createListing(getContainer(), c.id)))).map((l) => l.id))
    for (const body of [{ markup_percent: 33 }, { is_visible: false }, { category_id: m.categories.get("Telefonlar") }, { markup_percent: 5, is_visible: true, category_id: null }]) {
      const at = performance.now()
      const { data } = await api.post("/merchant/listings/bulk", { ids, ...body }, c.owner.headers)
      process.stdout.write(JSON.stringify(body) + " " + data.updated + " " + data.failed.length + " " + Math.round(performance.now() - at) + " ms\n")
    }
  }, 300000)
} })
