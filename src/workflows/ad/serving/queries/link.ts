import { MedusaContainer } from "@medusajs/framework/types"
import { AD_LANGUAGES, AdLanguage } from "../../../../modules/ad/lib/target"
import { databaseOf } from "./index-rows"

type Content = Partial<Record<AdLanguage, { link: string | null } | null>>

/** Where an ad leads that has stopped since it was shown. One statement. */
export async function linkOf(
  container: MedusaContainer,
  adId: string,
  locale: AdLanguage
): Promise<string | null> {
  const { rows } = await databaseOf(container).raw<{ rows: Array<{ content: Content | null }> }>(
    `select content from ad_creative where ad_id = ? and status in ('approved', 'superseded') and deleted_at is null
      order by revision desc limit 1`,
    [adId]
  )
  const texts = [locale, ...AD_LANGUAGES].map((language) => rows[0]?.content?.[language])
  return texts.find((text) => text)?.link ?? null
}
