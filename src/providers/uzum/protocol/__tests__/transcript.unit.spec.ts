import {
  answerText,
  applyTransition,
  checkAnswer,
  confirmAnswer,
  createAnswer,
  decideCheck,
  decideConfirm,
  decideCreate,
  decideReverse,
  decideStatus,
  errorAnswer,
  isExpired,
  readUzumBody,
  reverseAnswer,
  statusAnswer,
  Transition,
  UzumErrorCode,
  UzumMethod,
  UzumOrder,
  UzumRecord,
  uzumRequest,
} from "../index"

const T1 = "00000000-0000-4000-8000-000000000001"

/** One order, its transactions in memory, the protocol's functions put together as the endpoint does it. */
function endpoint() {
  const rows = new Map<string, UzumRecord>()

  const orderAt = (now: number): UzumOrder => ({
    amount_tiyin: 15000050,
    standing: [...rows.values()].some(({ state }) => state === "CONFIRMED") ? "paid" : "payable",
    has_live_transaction: [...rows.values()].some((row) => row.state === "CREATED" && !isExpired(row, now)),
  })
  const ANSWERS = {
    confirm: confirmAnswer,
    reverse: reverseAnswer,
    status: statusAnswer,
    create: createAnswer,
  }

  return (now: number, method: UzumMethod, body: string): [number, string] => {
    const read = readUzumBody(body)
    const { serviceId, transId, amount } = uzumRequest(method, read)
    const refuse = (code: UzumErrorCode): [number, string] => [
      400,
      answerText(errorAnswer(method, read.echo, code, now)),
    ]
    const row = rows.get(transId) ?? null
    if (method === "check") {
      const decision = decideCheck(orderAt(now))
      return decision.kind === "refuse"
        ? refuse(decision.code)
        : [200, answerText(checkAnswer(serviceId, now))]
    }
    if (method === "create") {
      const decision = decideCreate(row, orderAt(now), amount)
      if (decision.kind === "refuse") {
        return refuse(decision.code)
      }
      rows.set(transId, {
        trans_id: transId,
        amount_tiyin: Number(amount),
        state: "CREATED",
        trans_time: now,
        confirm_time: null,
        reverse_time: null,
      })
      return [200, answerText(createAnswer(serviceId, rows.get(transId)!))]
    }
    const decision = {
      confirm: () => decideConfirm(row, { payable: true }, now),
      reverse: () => decideReverse(row, { delivered: false }, now),
      status: () => decideStatus(row, now),
    }[method]()
    if (decision.kind === "refuse") {
      return refuse(decision.code)
    }
    if (decision.kind === "transition") {
      rows.set(transId, applyTransition(row!, decision as Transition))
      if (decision.then) {
        return refuse(decision.then)
      }
    }
    return [200, answerText(ANSWERS[method](serviceId, rows.get(transId)!))]
  }
}

const CREATE = `{"serviceId":101202,"timestamp":1700000000150,"transId":"${T1}","params":{"order_id":"1001"},"amount":15000050}`
const CONFIRM = `{"serviceId":101202,"timestamp":1700000004900,"transId":"${T1}","paymentSource":"UZCARD","tariff":null,"processingReferenceNumber":"000","phone":"998900000000","cardType":2}`
const BY_ID = `{"serviceId":101202,"timestamp":1700000006900,"transId":"${T1}"}`
const head = `"serviceId":101202,"transId":"${T1}"`

describe("the call transcript of the protocol", () => {
  it("is answered to the letter", () => {
    const call = endpoint()
    const steps: Array<[number, UzumMethod, string, number, string]> = [
      [
        1700000000100,
        "check",
        '{"serviceId":101202,"timestamp":1700000000000,"params":{"order_id":"1001"}}',
        200,
        '{"serviceId":101202,"timestamp":1700000000100,"status":"OK","data":{}}',
      ],
      [
        1700000000200,
        "create",
        CREATE,
        200,
        `{${head},"status":"CREATED","transTime":1700000000200,"data":{},"amount":15000050}`,
      ],
      [
        1700000000300,
        "create",
        CREATE,
        400,
        `{${head},"status":"FAILED","transTime":1700000000300,"errorCode":"10010"}`,
      ],
      [
        1700000005000,
        "confirm",
        CONFIRM,
        200,
        `{${head},"status":"CONFIRMED","confirmTime":1700000005000,"data":{},"amount":15000050}`,
      ],
      [
        1700000006000,
        "confirm",
        CONFIRM,
        400,
        `{${head},"status":"FAILED","confirmTime":1700000006000,"errorCode":"10016"}`,
      ],
      [
        1700000007000,
        "status",
        BY_ID,
        200,
        `{${head},"status":"CONFIRMED","transTime":1700000000200,"confirmTime":1700000005000,"reverseTime":null,"data":{},"amount":15000050}`,
      ],
      [
        1700000020000,
        "reverse",
        BY_ID,
        200,
        `{${head},"status":"REVERSED","reverseTime":1700000020000,"data":{},"amount":15000050}`,
      ],
      [
        1700000021000,
        "reverse",
        BY_ID,
        400,
        `{${head},"status":"FAILED","reverseTime":1700000021000,"errorCode":"10018"}`,
      ],
    ]

    expect(steps.map(([now, method, body]) => call(now, method, body))).toEqual(
      steps.map(([, , , status, text]) => [status, text])
    )
  })

  it("fails at 1700001800200 and not a millisecond earlier", () => {
    const early = endpoint()
    early(1700000000200, "create", CREATE)
    expect(early(1700001800199, "confirm", CONFIRM)[0]).toBe(200)

    const late = endpoint()
    late(1700000000200, "create", CREATE)
    expect(late(1700001800200, "confirm", CONFIRM)[1]).toContain('"errorCode":"10015"')
    expect(late(1700001800201, "status", BY_ID)[1]).toContain('"status":"FAILED"')
  })
})
