import sharp from "sharp"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AD_MODULE } from "../modules/ad"
import { AdContent } from "../modules/ad/lib/content"
import AdModuleService from "../modules/ad/service"
import { uploadAdImage } from "../workflows/ad"

const PLACEMENT = "home_banner"
const LINK = "https://example.com/aksiya"
const COLOURS = [
  ["#0f766e", "#99f6e4"],
  ["#9a3412", "#fed7aa"],
]

type Waiting = { id: string; company_id: string; creative_id: string; content: AdContent }

/**
 * Lets two of the old market's advertisements go on: they get an end, a month from now, and pictures, for those of the old
 * server are not there.
 */
export async function showAds(container: MedusaContainer, now: Date): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Waiting[] }>(
    `select a.id, a.company_id, c.id as creative_id, c.content from ad a
         join ad_creative c on c.ad_id = a.id and c.status = 'approved' and c.deleted_at is null
         join company o on o.id = a.company_id and o.status = 'active' and not o.is_private
        where a.pause_reason = 'needs_end_date' and a.deleted_at is null order by a.starts_at desc, a.id limit ?`,
    [COLOURS.length]
  )
  for (const [index, ad] of rows.entries()) {
    await goOn(container, ad, COLOURS[index], inAMonth(now))
  }
}

async function goOn(
  container: MedusaContainer,
  ad: Waiting,
  colours: string[],
  ends_at: Date
): Promise<void> {
  const content = await picture(colours)
  const { url, key, width, height } = await uploadAdImage(container, {
    company_id: ad.company_id,
    placement: PLACEMENT,
    content,
  })
  const image = { image_url: url, image_key: key, width, height }
  const shown = Object.fromEntries(
    Object.entries(ad.content).map(([language, words]) => [
      language,
      words && { ...words, ...image, link: words.link ?? LINK },
    ])
  )
  const ads = container.resolve<AdModuleService>(AD_MODULE)
  await ads.updateAdCreatives({ id: ad.creative_id, content: shown })
  await ads.updateAds({ id: ad.id, ends_at, is_paused: false, pause_reason: null })
}

function inAMonth(now: Date): Date {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() + 1)
  return day
}

/** A banner without words: which fonts a server has, nobody knows. */
function picture([dark, light]: string[]): Promise<Buffer> {
  const circles = Array.from(
    { length: 9 },
    (_, at) =>
      `<circle cx="${140 * at + 60}" cy="${at % 2 ? 90 : 310}" r="${50 + 14 * (at % 4)}" fill="${light}" fill-opacity="0.35"/>`
  ).join("")
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><defs><linearGradient id="g"><stop offset="0"
         stop-color="${dark}"/><stop offset="1" stop-color="${light}"/></linearGradient></defs><rect width="1200" height="400"
         fill="url(#g)"/>${circles}</svg>`
    )
  )
    .png()
    .toBuffer()
}
