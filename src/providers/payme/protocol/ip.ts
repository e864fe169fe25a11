import { BlockList, isIP } from "node:net"

/**
 * Whether a call may come from this address (Payme Merchant API 1.7, P-15). A second factor: `ip` must be the
 * address the trusted proxy saw, never a header the caller wrote.
 * @param ip IPv4 or IPv6, also IPv4 mapped into IPv6 (`::ffff:185.234.113.1`)
 * @param allowList exact addresses and IPv4 ranges (`185.234.113.0/28`); empty allows everybody, an entry
 * that is neither (see `isAllowListEntry`) allows nobody
 */
export function ipAllowed(ip: string, allowList: readonly string[]): boolean {
  if (allowList.length === 0) {
    return true
  }
  const address = unmapped(ip)
  const family = isIP(address)
  if (family === 0) {
    return false
  }
  const allowed = new BlockList()
  for (const entry of allowList.filter(isAllowListEntry)) {
    const [network, prefix] = unmapped(entry).split("/")
    if (prefix === undefined) {
      allowed.addAddress(network, isIP(network) === 4 ? "ipv4" : "ipv6")
    } else {
      allowed.addSubnet(network, Number(prefix), "ipv4")
    }
  }
  return allowed.check(address, family === 4 ? "ipv4" : "ipv6")
}

/** Whether `ipAllowed` understands an entry; for checking the setting at start-up. */
export function isAllowListEntry(entry: string): boolean {
  const [address, prefix, ...rest] = unmapped(entry).split("/")
  const family = address.includes("%") ? 0 : isIP(address)
  if (rest.length > 0 || family === 0) {
    return false
  }
  return prefix === undefined || (family === 4 && /^\d{1,2}$/.test(prefix) && Number(prefix) <= 32)
}

/** Servers that listen on IPv6 report IPv4 callers as `::ffff:1.2.3.4`. */
function unmapped(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "")
}
