import {
  accountReference,
  applyTransition,
  cancelAnswer,
  cancelParams,
  checkAnswer,
  checkParams,
  checkPerformParams,
  createAnswer,
  createParams,
  decideCancel,
  decideCheckPerform,
  decideCreate,
  decidePerform,
  decideReplayOfCreate,
  isExpired,
  OrderFacts,
  parseRpc,
  PAYME_ERROR,
  PaymeError,
  PaymeErrorCode,
  performAnswer,
  performParams,
  Refusal,
  rpcErrorText,
  rpcResultText,
  RpcCall,
  selectForStatement,
  statementRow,
  TransactionRecord,
  Transition,
} from "../index"

const FIRST = "700000000000000000000001"
const REFERENCE = "17"

/** One order, its transactions in memory, the protocol's functions put together as the endpoint does it. */
function endpoint() {
  const rows = new Map<string, TransactionRecord>()

  function order(reference: string, exceptId: string | null, now: number): OrderFacts | null {
    const others = [...rows.values()].filter((row) => row.external_id !== exceptId)
    return reference === "1001"
      ? {
          amount_tiyin: 15000050,
          standing: others.some((row) => row.state === 2) ? "paid" : "payable",
          has_live_transaction: others.some((row) => row.state === 1 && !isExpired(row, now)),
        }
      : null
  }

  function settle(
    row: TransactionRecord | null,
    decision: { kind: "answer" } | Refusal | Transition
  ): TransactionRecord {
    if (decision.kind === "refuse") {
      throw failure(decision.code)
    }
    if (!row) {
      throw new Error("no row")
    }
    if (decision.kind === "answer") {
      return row
    }
    const next = applyTransition(row, decision)
    rows.set(next.external_id, next)
    if (decision.then) {
      throw failure(decision.then)
    }
    return next
  }

  function create(params: RpcCall["params"], now: number): object {
    const { id, time, amount, account } = createParams(params)
    const reference = accountReference(account, "order_id")
    const stored = rows.get(id)
    if (stored) {
      return createAnswer(
        settle(stored, decideReplayOfCreate(stored, { amount, sameAccount: true }, now)),
        REFERENCE
      )
    }
    const decision = decideCreate(order(reference, id, now), { amount, time }, now)
    if (decision.kind === "refuse") {
      throw failure(decision.code)
    }
    const row: TransactionRecord = {
      external_id: id,
      provider_time: time,
      amount_tiyin: amount,
      create_time: now,
      perform_time: 0,
      cancel_time: 0,
      state: 1,
      reason: null,
    }
    rows.set(id, row)
    return createAnswer(row, REFERENCE)
  }

  function run({ method, params }: RpcCall, now: number): object {
    if (method === "CheckPerformTransaction") {
      const { amount, account } = checkPerformParams(params)
      const decision = decideCheckPerform(order(accountReference(account, "order_id"), null, now), { amount })
      if (decision.kind === "refuse") {
        throw failure(decision.code)
      }
      return { allow: true }
    }
    if (method === "CreateTransaction") {
      return create(params, now)
    }
    const row = rows.get(checkParams(params).id) ?? null
    if (method === "PerformTransaction") {
      performParams(params)
      return performAnswer(settle(row, decidePerform(row, { payable: true }, now)), REFERENCE)
    }
    if (method === "CancelTransaction") {
      const { reason } = cancelParams(params)
      return cancelAnswer(settle(row, decideCancel(row, { delivered: false, reason }, now)), REFERENCE)
    }
    if (!row) {
      throw new PaymeError(PAYME_ERROR.TRANSACTION_NOT_FOUND)
    }
    return checkAnswer(row, REFERENCE)
  }

  return (now: number, body: string): string => {
    const parsed = parseRpc(body)
    if (!parsed.ok) {
      return rpcErrorText(parsed.rawId, parsed.error)
    }
    try {
      return rpcResultText(parsed.call.rawId, run(parsed.call, now))
    } catch (error) {
      return rpcErrorText(parsed.call.rawId, error as PaymeError)
    }
  }
}

function failure(code: PaymeErrorCode): PaymeError {
  return code <= -31050 && code >= -31099 ? new PaymeError(code, "order_id") : new PaymeError(code)
}

const create = (id: string, call: number) =>
  `{"method":"CreateTransaction","params":{"id":"${id}","time":1700000000000,"amount":15000050,"account":{"order_id":"1001"}},"id":${call}}`
const simple = (method: string, call: number, id = FIRST, extra = "") =>
  `{"method":"${method}","params":{"id":"${id}"${extra}},"id":${call}}`

describe("the call transcript of the protocol", () => {
  it("is answered to the letter", () => {
    const call = endpoint()
    const busy =
      '{"error":{"code":-31099,"message":{"ru":"Заказ ожидает другую оплату","uz":"Buyurtma boshqa to‘lovni kutmoqda",' +
      '"en":"Order is waiting for another payment"},"data":"order_id"},"id":5}'
    const unknown =
      '{"error":{"code":-31003,"message":{"ru":"Транзакция не найдена","uz":"Tranzaksiya topilmadi",' +
      '"en":"Transaction not found"}},"id":11}'
    const refund = ',"reason":5'
    const steps: [number, string, string][] = [
      [
        1700000000100,
        '{"method":"CheckPerformTransaction","params":{"amount":15000050,"account":{"order_id":"1001"}},"id":1}',
        '{"result":{"allow":true},"id":1}',
      ],
      [
        1700000000200,
        create(FIRST, 2),
        '{"result":{"create_time":1700000000200,"transaction":"17","state":1},"id":2}',
      ],
      [
        1700000005200,
        create(FIRST, 3),
        '{"result":{"create_time":1700000000200,"transaction":"17","state":1},"id":3}',
      ],
      [
        1700000006000,
        simple("CheckTransaction", 4),
        '{"result":{"create_time":1700000000200,"perform_time":0,"cancel_time":0,"transaction":"17","state":1,"reason":null},"id":4}',
      ],
      [1700000007000, create("700000000000000000000002", 5), busy],
      [
        1700000010000,
        simple("PerformTransaction", 6),
        '{"result":{"transaction":"17","perform_time":1700000010000,"state":2},"id":6}',
      ],
      [
        1700000015000,
        simple("PerformTransaction", 7),
        '{"result":{"transaction":"17","perform_time":1700000010000,"state":2},"id":7}',
      ],
      [
        1700000020000,
        simple("CancelTransaction", 8, FIRST, refund),
        '{"result":{"transaction":"17","cancel_time":1700000020000,"state":-2},"id":8}',
      ],
      [
        1700000025000,
        simple("CancelTransaction", 9, FIRST, refund),
        '{"result":{"transaction":"17","cancel_time":1700000020000,"state":-2},"id":9}',
      ],
      [
        1700000026000,
        simple("CheckTransaction", 10),
        '{"result":{"create_time":1700000000200,"perform_time":1700000010000,"cancel_time":1700000020000,"transaction":"17","state":-2,"reason":5},"id":10}',
      ],
      [1700000027000, simple("CheckTransaction", 11, "7000000000000000000000ff"), unknown],
    ]

    expect(steps.map(([now, body]) => call(now, body))).toEqual(steps.map(([, , text]) => text))
  })

  it("expires at 1700043200000: refused, cancelled with reason 4, and a new transaction may come", () => {
    const call = endpoint()
    call(1700000000200, create(FIRST, 1))

    expect(JSON.parse(call(1700043200000, simple("PerformTransaction", 2)))).toMatchObject({
      error: { code: -31008 },
    })
    expect(JSON.parse(call(1700043200001, simple("CheckTransaction", 3)))).toEqual({
      result: {
        create_time: 1700000000200,
        perform_time: 0,
        cancel_time: 1700043200000,
        transaction: "17",
        state: -1,
        reason: 4,
      },
      id: 3,
    })
  })
})

describe("GetStatement", () => {
  const row = (
    name: string,
    provider_time: number,
    extra: Partial<TransactionRecord>
  ): TransactionRecord => ({
    external_id: name,
    provider_time,
    amount_tiyin: 15000050,
    create_time: provider_time + 200,
    perform_time: null,
    cancel_time: null,
    state: 1,
    reason: null,
    ...extra,
  })
  const A = row("A", 1700000000000, {})
  const B = row("B", 1700000000500, { state: 2, perform_time: 1700000000900 })
  const C = row("C", 1700000001000, {
    state: -2,
    reason: 5,
    perform_time: 1700000001500,
    cancel_time: 1700000002000,
  })
  const D = row("D", 1700000001001, {})
  const E = row("E", 1699999999999, { state: -1, reason: 4, cancel_time: 1700043199999 })
  const names = (from: number, to: number) =>
    selectForStatement([D, C, B, E, A], { from, to }).map(({ external_id }) => external_id)

  it("lists the vector S1: both ends included, ascending (P-71)", () => {
    expect(names(1700000000000, 1700000001000)).toEqual(["A", "B", "C"])
    expect(names(1700000000000, 1700000000000)).toEqual(["A"])
    expect(names(1, 2)).toEqual([])
    expect(names(1700000001000, 1700000000000)).toEqual([])
    expect(names(0, Number.MAX_SAFE_INTEGER)).toEqual(["E", "A", "B", "C", "D"])
  })

  it("keeps the order given for equal times", () => {
    const twins = [row("X", 5, {}), row("Y", 5, {}), row("W", 4, {})]

    expect(selectForStatement(twins, { from: 0, to: 9 }).map((twin) => twin.external_id)).toEqual([
      "W",
      "X",
      "Y",
    ])
  })

  it("writes a row with 0 and null for what never happened, the account as received (P-73)", () => {
    expect(statementRow(A, { order_id: 1001 }, 17)).toEqual({
      id: "A",
      time: 1700000000000,
      amount: 15000050,
      account: { order_id: 1001 },
      create_time: 1700000000200,
      perform_time: 0,
      cancel_time: 0,
      transaction: "17",
      state: 1,
      reason: null,
    })
    expect(statementRow(C, { order_id: "1001" }, "18")).toMatchObject({
      perform_time: 1700000001500,
      cancel_time: 1700000002000,
      transaction: "18",
      state: -2,
      reason: 5,
    })
  })
})
