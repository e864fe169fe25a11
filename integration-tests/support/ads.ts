import sharp from "sharp"
import { MedusaContainer } from "@medusajs/framework/types"
import { AD_MODULE } from "../../src/modules/ad"
import AdModuleService from "../../src/modules/ad/service"
import { Api } from "./market"

type Headers = { headers: Record<string, string> }

/** A picture of one colour. */
export const picture = (width: number, height: number, format: "png" | "jpeg" | "webp" = "png") =>
  sharp({ create: { width, height, channels: 3, background: "#0a7" } })
    .toFormat(format)
    .toBuffer()

/** A form with one picture for a place, as a browser sends it. */
export function pictureForm(content: Buffer, placement = "home_banner") {
  const form = new FormData()
  form.append("placement", placement)
  form.append("file", new Blob([content as never]), "rasm.png")
  return form
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A whole banner, but for its picture. */
export const bannerBody = (image_url: string, more: object = {}) => ({
  name: "Kuzgi chegirma",
  placement: "home_banner",
  ends_at: inDays(10),
  price_model: "cpm",
  price: 10_000,
  total_budget: 500_000,
  daily_budget: 50_000,
  content: {
    uz: { title: "Chegirma 20 %", text: "Faqat shu hafta", image_url, link: "https://example.com/kuz" },
  },
  ...more,
})

/** Uploads a picture for a place. */
export async function uploadPicture(
  api: Api,
  side: "/merchant" | "/admin",
  who: Headers,
  placement = "home_banner",
  size: [number, number] = [1200, 400]
): Promise<{ url: string; key: string; width: number; height: number }> {
  const form = pictureForm(await picture(...size), placement)
  return (await api.post(`${side}/ads/images`, form, who)).data.image
}

/** Ads and pictures for a walk over every route: pictures are rows only, so that no file is left behind. */
export async function makeAds(
  container: MedusaContainer,
  api: Api,
  owner: Headers,
  operator: Headers,
  companyId: string
) {
  const ads = container.resolve<AdModuleService>(AD_MODULE)
  const note = async (company_id: string | null) => {
    const url = `https://example.com/${company_id ?? "bozor"}.webp`
    await ads.noteImage({ company_id, key: url, url, width: 1200, height: 400, sha256: "" })
    return url
  }
  const image = await note(companyId)
  const houseImage = await note(null)
  const { data: waiting } = await api.post("/merchant/ads", bannerBody(image), owner)
  await api.post(`/merchant/ads/${waiting.ad.id}/submit`, {}, owner)
  const { data: draft } = await api.post("/merchant/ads", bannerBody(image), owner)
  const { data: house } = await api.post("/admin/ads", houseBody(houseImage), operator)
  return {
    ad: waiting.ad.id as string,
    adDraft: draft.ad.id as string,
    houseAd: house.ad.id as string,
    houseImage,
    adPicture: (await picture(600, 200)).toString("base64"),
  }
}

/** An ad of the market's own. */
export const houseBody = (image_url: string) => ({
  name: "Bozor yangiligi",
  placement: "home_banner",
  content: { uz: { title: "Yangi bo‘lim", image_url, link: "https://example.com" } },
})
