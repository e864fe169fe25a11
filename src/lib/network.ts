/**
 * Whose line a request came over, for limits: an IPv4 address as it is, of an IPv6 address the part that a provider gives to
 * one line (/64), because whoever has one has all addresses in it.
 * @param address `req.ip`; that of a proxy's client where one stands in front
 */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? "").slice(0, 45).replace(/^::ffff:(?=\d+\.)/i, "")
  if (!plain.includes(":")) {
    return plain
  }
  const [left, right] = plain
    .toLowerCase()
    .split("::", 2)
    .map((half) => half.split(":").filter(Boolean))
  const zeros = right ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : []
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":")
}
