import { MedusaResponse } from "@medusajs/framework/http"
import { ListingErrors } from "../../../modules/listing/errors"
import { uploadImages } from "../../../workflows/listing/images/upload"
import { MerchantRequest } from "../../access/standing"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const sent = (req.files ?? []) as Express.Multer.File[]
  if (sent.length === 0) {
    throw ListingErrors.imageMissing()
  }
  // The sender's names say nothing; pictures are counted, so that a message can point at one.
  const files = sent.map(({ buffer }, index) => ({ name: `Picture ${index + 1}`, content: buffer }))
  res.status(201).json({ files: await uploadImages(req.scope, req.company.id, files) })
}
