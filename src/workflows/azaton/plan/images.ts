import { isRecord } from "./values"

/** An address that may be fetched later: http(s), or a file under the old server's `/uploads`. */
export function imageAddress(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim() : ""
  const isAddress = /^https?:\/\/[^\s/]+/i.test(text) || /^\/uploads\/\S+$/.test(text)
  return isAddress && !text.split("/").includes("..") ? text : null
}

/** The addresses that a product's images hold, and how many entries hold none. */
export function imagesOf(value: unknown): { images: string[]; dropped: number } {
  // Nothing at all, or something that is no list, is one entry that holds none.
  const entries = Array.isArray(value) ? value : [value]
  const images = entries
    .map((entry: unknown) => imageAddress(isRecord(entry) ? entry.url : entry))
    .filter((address) => address !== null)
  return { images: [...new Set(images)], dropped: entries.length - images.length }
}
