import sharp from "sharp"
import { ListingErrors } from "../../../modules/listing/errors"
import { imageKind } from "../../../modules/listing/lib/image-kind"

/** Larger pictures are refused before they are unpacked: a few kilobytes can claim to be a gigapixel. */
export const MAX_PIXELS = 50_000_000
/** Longest side in pixels of what shoppers look at, and of what stands in lists. */
const SIZES = { main: 1600, thumbnail: 400 }
const SECONDS = 20

export type PreparedImage = { main: Buffer; thumbnail: Buffer; width: number; height: number }

let turn: Promise<unknown> = Promise.resolve()

/**
 * A stranger's picture as the market's own: turned upright, without the camera's notes (place, time, name), in web
 * sizes, encoded anew so that nothing else hides in it. One at a time, because an unpacked picture is large.
 * @throws {MedusaError} LISTING_IMAGE_UNREADABLE
 */
export function prepareImage(content: Buffer, name: string): Promise<PreparedImage> {
  const result = turn.then(() => encode(content, name))
  turn = result.catch(() => undefined)
  return result
}

async function encode(content: Buffer, name: string): Promise<PreparedImage> {
  const kind = imageKind(content)
  if (!kind) {
    throw ListingErrors.imageUnreadable(name)
  }
  try {
    const { format } = await open(content).metadata()
    if (format !== kind) {
      throw new Error(`${kind} opens as ${format}`)
    }
    const { data: main, info } = await webp(open(content), SIZES.main)
    const { data: thumbnail } = await webp(sharp(main), SIZES.thumbnail)
    return { main, thumbnail, width: info.width, height: info.height }
  } catch {
    throw ListingErrors.imageUnreadable(name)
  }
}

const open = (content: Buffer) => sharp(content, { limitInputPixels: MAX_PIXELS, failOn: "error" })

const webp = (image: sharp.Sharp, side: number) =>
  image
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
