import { useState } from "react"
import { Tabs, Text } from "@medusajs/ui"
import { CheckMini } from "@medusajs/icons"
import { LANGUAGE_NAMES, LANGUAGES, Lang } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import { ContentDraft, isEmpty } from "../lib/draft"
import { BannerPreview, GoodsPreview } from "../parts/ad-preview"
import { ContentFields } from "./content-fields"
import { Step } from "./step"
import type { AdForm, FormStep } from "./use-ad-form"

/** Words and pictures, a language at a time, beside what a shopper of that language will see. */
export function ContentStep({ form, advertiser }: FormStep & { advertiser: string | null }) {
  const { t, lang: mine } = useText()
  const { draft, wrong } = form
  const [lang, setLang] = useState<Lang>(() => LANGUAGES.find((one) => !isEmpty(draft.content[one])) ?? mine)
  return (
    <Step name="content" title={t("ads.content.title")} hint={t("ads.content.hint")} wrong={wrong}>
      <Tabs value={lang} onValueChange={(next) => setLang(next as Lang)} className="flex flex-col gap-y-4">
        <Tabs.List aria-label={t("ads.content.language")} className="flex-wrap">
          {LANGUAGES.map((one) => (
            <Tabs.Trigger key={one} value={one} className="gap-x-1">
              {LANGUAGE_NAMES[one]}
              {!isEmpty(draft.content[one]) && <CheckMini aria-label={t("ads.content.filled")} />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {LANGUAGES.map((one) => (
          <Tabs.Content
            key={one}
            value={one}
            className="grid gap-6 data-[state=inactive]:hidden lg:grid-cols-2"
          >
            <ContentFields form={form} lang={one} />
            <div className="flex min-w-0 flex-col gap-y-2">
              <Text size="small" weight="plus">
                {t("ads.content.preview")}
              </Text>
              <Preview form={form} lang={one} advertiser={advertiser} />
            </div>
          </Tabs.Content>
        ))}
      </Tabs>
    </Step>
  )
}

/** What stands in for an empty language is shown and named, so that nobody is surprised. */
function Preview({ form, lang, advertiser }: { form: AdForm; lang: Lang; advertiser: string | null }) {
  const { t } = useText()
  const { draft, place } = form
  const other = LANGUAGES.find((one) => !isEmpty(draft.content[one]))
  const shown = isEmpty(draft.content[lang]) && other ? other : lang
  const content: ContentDraft = draft.content[shown]
  const title = content.title.trim()
  return (
    <>
      {draft.kind === "listing" ? (
        <GoodsPreview
          lang={lang}
          title={title || draft.goods?.title || t("ads.content.noHeading")}
          text={content.text.trim() || null}
          thumbnail={draft.goods?.thumbnail ?? null}
          advertiser={advertiser}
        />
      ) : (
        <BannerPreview
          lang={lang}
          look={{
            title: title || null,
            text: content.text.trim() || null,
            image_url: content.image?.url ?? null,
          }}
          width={place?.width ?? null}
          height={place?.height ?? null}
          advertiser={advertiser}
        />
      )}
      {shown !== lang && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("ads.content.fallback", { language: LANGUAGE_NAMES[shown] })}
        </Text>
      )}
    </>
  )
}
