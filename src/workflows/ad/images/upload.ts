import { createHash, randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { AdErrors } from "../../../modules/ad/errors"
import { Image } from "../../../modules/ad/lib/content"
import { adsOf } from "../announce"
import { prepareAdImage } from "./prepare"

/**
 * Stores a picture for a place through Medusa's file module and notes whose it is: nobody else's ad can show it. Its name is
 * ours and random. One that no ad shows within a day is deleted again.
 * @param company_id null for the market itself
 * @throws {MedusaError} AD_PLACEMENT_UNKNOWN, AD_PLACEMENT_UNFIT, AD_IMAGE_UNREADABLE, AD_IMAGE_TOO_SMALL, AD_IMAGES_FULL
 */
export async function uploadAdImage(
  container: MedusaContainer,
  input: { company_id: string | null; placement: string; content: Buffer }
): Promise<Image> {
  const { company_id, content } = input
  const ads = adsOf(container)
  const { width, height } = await ads.placement(input.placement)
  if (width === null || height === null) {
    throw AdErrors.placementUnfit("banner")
  }
  await ads.refuseManyImages(company_id)
  const picture = await prepareAdImage(content, { width, height })
  const storage = container.resolve(Modules.FILE)
  const file = await storage.createFiles({
    filename: `${randomUUID()}.webp`,
    mimeType: "image/webp",
    content: picture.toString("base64"),
    access: "public",
  })
  const image = { url: file.url, key: file.id, width, height }
  const sha256 = createHash("sha256").update(content).digest("hex")
  await ads.noteImage({ ...image, company_id, sha256 }).catch(async (error: unknown) => {
    await storage.deleteFiles([file.id])
    throw error
  })
  return image
}
