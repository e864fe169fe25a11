import { Breaker } from "../meilisearch/breaker"

describe("the breaker", () => {
  const setUp = () => {
    const said: string[] = []
    let now = 0
    const breaker = new Breaker(
      { onOpen: ({ message }) => said.push(message), onClose: () => said.push("back") },
      { cool_down_ms: 100, now: () => now }
    )
    return { breaker, said, wait: (ms: number) => (now += ms) }
  }
  const fails = async () => {
    throw new Error("still away")
  }

  it("says once that the engine is away, and once that it is back", async () => {
    const { breaker, said, wait } = setUp()
    breaker.fail(new Error("away"))
    breaker.fail(new Error("away again"))
    await breaker.tryAgain(async () => undefined)
    expect([breaker.isOpen, said]).toEqual([true, ["away"]])
    wait(100)
    await breaker.tryAgain(fails)
    wait(99)
    await breaker.tryAgain(async () => undefined)
    expect(breaker.isOpen).toBe(true)
    wait(1)
    await breaker.tryAgain(async () => undefined)
    expect([breaker.isOpen, said]).toEqual([false, ["away", "back"]])
  })

  it("lets one caller try at a time", async () => {
    const { breaker, wait } = setUp()
    breaker.fail(new Error("away"))
    wait(100)
    let tries = 0
    let end = () => {}
    const probe = () => new Promise<void>((resolve) => ((end = resolve), tries++))
    const all = [1, 2, 3].map(() => breaker.tryAgain(probe))
    end()
    await Promise.all(all)
    expect([tries, breaker.isOpen]).toEqual([1, false])
  })
})
