import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { companyAccount, providerAccount } from "../../src/modules/ledger/lib/accounts"
import LedgerModuleService from "../../src/modules/ledger/service"

/** A browser of a person. */
export const BROWSER =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36"

export type NewAd = {
  company_id: string | null
  name?: string
  kind?: "banner" | "listing"
  placement?: string
  listing?: { id: string; product_id: string }
  price_model?: "cpm" | "cpc"
  price_tiyin?: number
  total_budget_tiyin?: number | null
  daily_budget_tiyin?: number | null
  pacing?: "even" | "fast"
  frequency_cap?: number | null
  target?: object
  starts_at?: Date | null
  ends_at?: Date | null
  link?: string
  is_paused?: boolean
}

let serial = 0

/** An approved ad, written straight into the tables. @returns its id */
export async function addAd(container: MedusaContainer, ad: NewAd): Promise<string> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const id = `ad_test_${++serial}`
  const { kind = "banner", name = `Reklama ${serial}`, listing } = ad
  const text = (title: string) => ({
    title,
    text: null,
    image_url: "https://example.com/banner.webp",
    image_key: "banner.webp",
    width: 1200,
    height: 400,
    link: ad.link ?? `https://example.com/${id}`,
  })
  const content = kind === "banner" ? { uz: text(name), ru: text(`${name} (ru)`), en: null } : {}
  const target = JSON.stringify(ad.target ?? {})
  await knex.raw(
    `insert into ad (id, company_id, name, kind, placement, listing_id, product_id, status, is_paused, starts_at, ends_at,
            price_model, price_tiyin, total_budget_tiyin, daily_budget_tiyin, pacing, frequency_cap, target)
     values (?, ?, ?, ?, ?, ?, ?, 'approved', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      id,
      ad.company_id,
      name,
      kind,
      ad.placement ?? "home_banner",
      listing?.id ?? null,
      listing?.product_id ?? null,
      ad.is_paused ?? false,
      ad.starts_at ?? null,
      ad.ends_at === undefined ? new Date(Date.now() + 86_400_000) : ad.ends_at,
      ad.price_model ?? "cpm",
      ad.price_tiyin ?? (ad.company_id === null ? 0 : 1_000_000),
      ad.total_budget_tiyin === undefined ? 100_000_000 : ad.total_budget_tiyin,
      ad.daily_budget_tiyin ?? null,
      ad.pacing ?? "fast",
      ad.frequency_cap ?? null,
      target,
    ] as never
  )
  await knex.raw(
    `insert into ad_creative (id, ad_id, revision, status, content, target, listing_id, product_id)
     values (?, ?, 1, 'approved', ?::jsonb, ?::jsonb, ?, ?)`,
    [
      `adc_${id}`,
      id,
      JSON.stringify(content),
      target,
      listing?.id ?? null,
      listing?.product_id ?? null,
    ] as never
  )
  return id
}

/** Money on a company's balance, as a sale would have brought it. */
export async function giveFunds(container: MedusaContainer, companyId: string, tiyin: number): Promise<void> {
  const reference = `sale:test_${++serial}`
  await container.resolve<LedgerModuleService>("ledger").post([
    {
      reference,
      kind: "sale",
      subject_id: reference,
      rank: 0,
      company_id: companyId,
      currency_code: "uzs",
      occurred_at: new Date(),
      memo: null,
      entries: [
        { account: providerAccount("pp_payme_payme", "uzs"), amount_tiyin: tiyin },
        { account: companyAccount(companyId, "payable", "uzs"), amount_tiyin: -tiyin },
      ],
    },
  ])
}
