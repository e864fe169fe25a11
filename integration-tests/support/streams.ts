import { request } from "node:http"
import { Api } from "./market"

type Event = { event: string; data: { id?: string; status?: string; unread_orders?: number } }

/** An open stream of `GET /merchant/events`, and what has been heard of it so far. */
export type HeardStream = { type: string; events: Event[]; isOver: boolean; close: () => void }

/** Opens a stream; resolves when its answer has begun. */
export function listenTo(api: Api, who: { headers: Record<string, string> }): Promise<HeardStream> {
  const { baseURL } = (api as unknown as { defaults: { baseURL: string } }).defaults
  return new Promise((resolve, reject) => {
    const call = request(`${baseURL}/merchant/events`, { headers: who.headers, agent: false }, (answer) => {
      const heard: HeardStream = {
        type: answer.headers["content-type"] ?? "",
        events: [],
        isOver: false,
        close: () => call.destroy(),
      }
      let rest = ""
      answer.setEncoding("utf8")
      answer.on("data", (text: string) => {
        const blocks = (rest + text).split("\n\n")
        rest = blocks.pop()!
        heard.events.push(...blocks.flatMap(readEvent))
      })
      answer.on("close", () => (heard.isOver = true))
      answer.on("error", () => (heard.isOver = true))
      resolve(heard)
    })
    call.on("error", reject)
    call.end()
  })
}

function readEvent(block: string): Event[] {
  const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? []
  return event ? [{ event, data: JSON.parse(data) }] : []
}
