import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { LISTING_MODULE } from "../../../modules/listing"
import ListingModuleService from "../../../modules/listing/service"
import { PreparedImage, prepareImage } from "./prepare"

export type UploadedImage = { id: string; url: string; thumbnail_url: string; width: number; height: number }

/**
 * Stores a company's pictures through Medusa's file module and notes whose they are. All are looked at before the first
 * is stored. Names are ours and random. A picture that no goods show within a day is deleted again.
 * @throws {MedusaError} LISTING_IMAGE_UNREADABLE
 */
export async function uploadImages(
  container: MedusaContainer,
  companyId: string,
  files: Array<{ name: string; content: Buffer }>
): Promise<UploadedImage[]> {
  assertId(companyId, "company id")
  const prepared: PreparedImage[] = []
  for (const { name, content } of files) {
    prepared.push(await prepareImage(content, name))
  }
  const storage = container.resolve(Modules.FILE)
  const stored = await storage.createFiles(
    prepared.flatMap(({ main, thumbnail }) => {
      const name = randomUUID()
      return [fileOf(`${name}.webp`, main), fileOf(`${name}-small.webp`, thumbnail)]
    })
  )
  const rows = prepared.map(({ width, height }, index) => ({
    company_id: companyId,
    url: stored[index * 2].url,
    file_key: stored[index * 2].id,
    thumbnail_url: stored[index * 2 + 1].url,
    thumbnail_key: stored[index * 2 + 1].id,
    width,
    height,
    unused_since: new Date(),
  }))
  const made = await container
    .resolve<ListingModuleService>(LISTING_MODULE)
    .createListingImages(rows)
    .catch(async (error: unknown) => {
      await storage.deleteFiles(stored.map(({ id }) => id))
      throw error
    })
  return made.map(({ id, url, thumbnail_url, width, height }) => ({ id, url, thumbnail_url, width, height }))
}

const fileOf = (filename: string, content: Buffer) => ({
  filename,
  mimeType: "image/webp",
  content: content.toString("base64"),
  access: "public" as const,
})
