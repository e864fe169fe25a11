/** A random UUID, also where the page was opened over plain http in the shop's own network (no `randomUUID` there). */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") {
    return crypto.randomUUID()
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return [0, 8, 12, 16, 20].map((from, index, all) => hex.slice(from, all[index + 1])).join("-")
}
