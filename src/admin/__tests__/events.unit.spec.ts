import { EventReader } from "../lib/events"

describe("EventReader", () => {
  it("waits for events that come in pieces, and passes over what is none", () => {
    const reader = new EventReader()
    expect(reader.read("retry: 3000\n\nevent: unread\nda")).toEqual([])
    expect(reader.read('ta: {"unread_orders":2}\n')).toEqual([])
    expect(reader.read('\n: ping\n\nevent: order\ndata: {"id":"1"}\n\n')).toEqual([
      { event: "unread", data: { unread_orders: 2 } },
      { event: "order", data: { id: "1" } },
    ])
    expect(reader.read("event: order\ndata: {broken\n\n")).toEqual([])
  })
})
