/** Rules of an ad's picture before it is sent; the server looks again, at the content. */

const MAX_BYTES = 10 * 1024 * 1024
const KINDS = ["image/jpeg", "image/png", "image/webp"]
export const ACCEPT = KINDS.join(",")

/** Why a file need not be sent at all. */
export const refusedFile = ({
  type,
  size,
}: {
  type: string
  size: number
}): "wrongKind" | "tooLarge" | null =>
  !KINDS.includes(type) ? "wrongKind" : size > MAX_BYTES ? "tooLarge" : null
