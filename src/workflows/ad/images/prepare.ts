import sharp from "sharp"
import { AdErrors } from "../../../modules/ad/errors"
import { imageKind } from "../../../modules/listing/lib/image-kind"

/** Larger pictures are refused before they are unpacked: a few kilobytes can claim to be a gigapixel. */
const MAX_PIXELS = 50_000_000
const SECONDS = 20

let turn: Promise<unknown> = Promise.resolve()

/**
 * A stranger's picture as the market's own: upright, without the camera's notes, cut to the very size of its place around its
 * middle, and encoded anew so that nothing else hides in it. One at a time, because an unpacked picture is large.
 * @throws {MedusaError} AD_IMAGE_UNREADABLE, AD_IMAGE_TOO_SMALL
 */
export function prepareAdImage(content: Buffer, size: { width: number; height: number }): Promise<Buffer> {
  const result = turn.then(() => encode(content, size))
  turn = result.catch(() => undefined)
  return result
}

async function encode(
  content: Buffer,
  { width, height }: { width: number; height: number }
): Promise<Buffer> {
  const upright = await sizeOf(content)
  if (upright.width < width || upright.height < height) {
    throw AdErrors.imageTooSmall(width, height)
  }
  try {
    return await open(content)
      .autoOrient()
      .resize({ width, height, fit: "cover", position: "centre" })
      .webp({ quality: 84 })
      .timeout({ seconds: SECONDS })
      .toBuffer()
  } catch {
    throw AdErrors.imageUnreadable()
  }
}

const open = (content: Buffer) => sharp(content, { limitInputPixels: MAX_PIXELS, failOn: "error" })

/** Width and height of a picture as it is looked at. */
async function sizeOf(content: Buffer): Promise<{ width: number; height: number }> {
  const kind = imageKind(content)
  const found =
    kind &&
    (await open(content)
      .metadata()
      .catch(() => undefined))
  if (!found || found.format !== kind) {
    throw AdErrors.imageUnreadable()
  }
  const { width, height, orientation = 1 } = found
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}
