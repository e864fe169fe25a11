/** One server-sent event as it came. */
export type ServerEvent = { event: string; data: unknown }

/** Cuts a stream of server-sent events into events; what has not come whole waits for the rest. */
export class EventReader {
  private rest = ""

  read(text: string): ServerEvent[] {
    const blocks = (this.rest + text).split("\n\n")
    this.rest = blocks.pop() ?? ""
    return blocks.flatMap(readBlock)
  }
}

function readBlock(block: string): ServerEvent[] {
  const fieldOf = (name: string) =>
    block
      .split("\n")
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join("\n")
  const event = fieldOf("event")
  try {
    return event ? [{ event, data: JSON.parse(fieldOf("data")) }] : []
  } catch {
    return []
  }
}
