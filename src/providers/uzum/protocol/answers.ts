import { UzumErrorCode } from "./errors"
import { TIME_FIELD, UzumMethod } from "./methods"
import { Echo } from "./request"
import { UzumRecord } from "./transitions"

/** What an answer is made of; numbers of int64 are bigints, written with all their digits. */
export type UzumFields = Record<string, bigint | number | string | null | object | undefined>

/** `/check`: the order can be paid; `timestamp` is the time of this check. */
export function checkAnswer(serviceId: bigint, now: number): UzumFields {
  return { serviceId, timestamp: now, status: "OK", data: {} }
}

/** `/create`. */
export function createAnswer(serviceId: bigint, record: UzumRecord): UzumFields {
  return answerOf(serviceId, record, "CREATED", { transTime: record.trans_time })
}

/** `/confirm`. */
export function confirmAnswer(serviceId: bigint, record: UzumRecord): UzumFields {
  return answerOf(serviceId, record, "CONFIRMED", { confirmTime: record.confirm_time })
}

/** `/reverse`. */
export function reverseAnswer(serviceId: bigint, record: UzumRecord): UzumFields {
  return answerOf(serviceId, record, "REVERSED", { reverseTime: record.reverse_time })
}

/** `/status`: everything that is stored, null for what never happened. */
export function statusAnswer(serviceId: bigint, record: UzumRecord): UzumFields {
  return answerOf(serviceId, record, record.state, {
    transTime: record.trans_time,
    confirmTime: record.confirm_time,
    reverseTime: record.reverse_time,
  })
}

/** A refusal (Uzum Merchant API 2.2): the code is text, and each call has its own field for the time. */
export function errorAnswer(method: UzumMethod, echo: Echo, code: UzumErrorCode, now: number): UzumFields {
  const { serviceId, transId } = echo
  return { serviceId, transId, status: "FAILED", [TIME_FIELD[method]]: now, errorCode: code }
}

/** JSON text of an answer; fields that are undefined are left out. */
export function answerText(fields: UzumFields): string {
  const members = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}":${typeof value === "bigint" ? value : JSON.stringify(value)}`)
  return `{${members.join(",")}}`
}

function answerOf(serviceId: bigint, record: UzumRecord, status: string, times: UzumFields): UzumFields {
  return { serviceId, transId: record.trans_id, status, ...times, data: {}, amount: record.amount_tiyin }
}
