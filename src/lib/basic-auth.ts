/**
 * User and password of an `Authorization: Basic` header, split at the first colon: passwords may have colons of their own.
 * @returns null when it is no strict Basic header or has no colon
 */
export function parseBasicAuth(header: string | undefined): { user: string; password: string } | null {
  const token = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header ?? "")?.[1]
  if (!token) {
    return null
  }
  const bytes = Buffer.from(token, "base64")
  const text = bytes.toString("utf8")
  // Node forgives broken base64 and broken UTF-8; several headers would then mean the same password.
  if (bytes.toString("base64") !== token || !Buffer.from(text, "utf8").equals(bytes)) {
    return null
  }
  const colon = text.indexOf(":")
  return colon === -1 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}
