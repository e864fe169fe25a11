import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { guardPrivateChannels } from "../channel"

type Row = { channel_id: string; company_id: string } | { count: string }

/** A request with a key to channels, before a database that answers with these rows, or with an error. */
function request(channels: string[], customer: string | null, answers: Array<Row[] | Error>) {
  const asked: string[] = []
  const raw = (sql: string) => {
    asked.push(sql)
    const answer = answers[asked.length - 1]
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ rows: answer })
  }
  const req = {
    scope: { resolve: () => ({ raw }) },
    publishable_key_context: { key: "pk", sales_channel_ids: channels },
    auth_context: customer ? { actor_type: "customer", actor_id: customer } : undefined,
  } as unknown as MedusaRequest
  return { req, asked }
}

const pass = async ({ req }: { req: MedusaRequest }) => {
  const next = jest.fn()
  await guardPrivateChannels(req, {} as MedusaResponse, next)
  expect(next).toHaveBeenCalledTimes(1)
  return next.mock.calls[0][0] as Error | undefined
}

describe("the guard of private channels", () => {
  it("lets nobody through when the database fails, and asks again", async () => {
    const next = jest.fn()
    const failing = request(["sc_down"], null, [new Error("down")])
    await expect(guardPrivateChannels(failing.req, {} as MedusaResponse, next)).rejects.toThrow("down")
    expect(next).not.toHaveBeenCalled()
    const known = [{ channel_id: "sc_down", company_id: "comp_1" }]
    expect(await pass(request(["sc_down"], null, [known]))).toMatchObject({ type: "not_allowed" })
    const member = request(["sc_down"], "cus_1", [new Error("down")])
    await expect(guardPrivateChannels(member.req, {} as MedusaResponse, next)).rejects.toThrow("down")
    expect(next).not.toHaveBeenCalled()
  })

  it("asks membership of every private company that a key leads to, and remembers channels alone", async () => {
    const known = [
      { channel_id: "sc_a", company_id: "comp_a" },
      { channel_id: "sc_b", company_id: "comp_b" },
    ]
    const channels = ["sc_public", "sc_a", "sc_b"]
    expect(await pass(request(channels, "cus_1", [known, [{ count: "1" }]]))).toBeDefined()
    expect(await pass(request(channels, "cus_1", [[{ count: "2" }]]))).toBeUndefined()
    expect(await pass(request(["sc_public", "sc_a"], null, []))).toBeDefined()
    const ordinary = request(["sc_public"], "cus_1", [])
    expect(await pass(ordinary)).toBeUndefined()
    expect(ordinary.asked).toEqual([])
  })
})
