import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"

/** Pictures that goods show now, or are about to, under one company. */
type Input = { company_id: string; product_id?: string; images?: string[] }

type Pictures = { company_id: string; thumbnails: Record<string, string>; urls: string[] }

/** A company's uploads that goods show are in use; the others are unused since now, or since they already were. */
const SETTLE = `
  update listing_image i set updated_at = now(), unused_since = case
           when exists (select 1 from image m join product p on p.id = m.product_id and p.deleted_at is null
                         where m.url = i.url and m.deleted_at is null) then null
           else coalesce(i.unused_since, now()) end
   where i.company_id = ? and i.url = any(?) and i.deleted_at is null`

/**
 * Notes which of a company's uploads goods are about to show, before they do: what is in use is not swept away.
 * Answers their small pictures by address, and every address the change touches.
 */
export const claimImagesStep = createStep(
  "claim-images",
  async (input: Input, { container }) => {
    assertId(input.company_id, "company id")
    const { company_id, product_id, images } = input
    const pictures = images
      ? await claim(container, { company_id, product_id, images })
      : { company_id, thumbnails: {}, urls: [] }
    return new StepResponse(pictures, pictures)
  },
  async (pictures, { container }) => {
    if (pictures?.urls.length) {
      await settle(container, pictures)
    }
  }
)

/** Brings a company's uploads up to what its goods show after a change. */
export const settleImagesStep = createStep(
  "settle-images",
  async (input: { company_id: string; urls: string[] }, { container }) => {
    if (input.urls.length > 0) {
      await settle(container, input)
    }
    return new StepResponse(undefined)
  }
)

async function claim(
  container: MedusaContainer,
  input: { company_id: string; product_id?: string; images: string[] }
): Promise<Pictures> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: claimed } = await knex.raw<{ rows: Array<{ url: string; thumbnail_url: string }> }>(
    `update listing_image set unused_since = null, updated_at = now()
      where company_id = ? and url = any(?) and deleted_at is null returning url, thumbnail_url`,
    [input.company_id, input.images]
  )
  const { rows: shown } = await knex.raw<{ rows: Array<{ url: string }> }>(
    "select url from image where product_id = ? and deleted_at is null",
    [input.product_id ?? ""]
  )
  return {
    company_id: input.company_id,
    thumbnails: Object.fromEntries(claimed.map((row) => [row.url, row.thumbnail_url])),
    urls: [...new Set([...input.images, ...shown.map(({ url }) => url)])],
  }
}

async function settle(container: MedusaContainer, input: { company_id: string; urls: string[] }) {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(SETTLE, [input.company_id, input.urls])
}
