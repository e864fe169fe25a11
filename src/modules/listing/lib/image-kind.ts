export const IMAGE_KINDS = ["jpeg", "png", "webp"] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/**
 * What a file is, by its first bytes; names and headers are the sender's to choose. Looked at before any decoder opens
 * the file, so that no parser of SVG, PDF or TIFF ever sees what a stranger sent.
 */
export function imageKind(content: Buffer): ImageKind | null {
  if (content.subarray(0, 3).equals(JPEG)) {
    return "jpeg"
  }
  if (content.subarray(0, 8).equals(PNG)) {
    return "png"
  }
  const isWebp = content.toString("latin1", 0, 4) === "RIFF" && content.toString("latin1", 8, 12) === "WEBP"
  return isWebp ? "webp" : null
}
