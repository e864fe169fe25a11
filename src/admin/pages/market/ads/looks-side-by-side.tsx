import { Text } from "@medusajs/ui"
import { LANGUAGE_NAMES, LANGUAGES } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import type { Ad, AdPlacement, Contents } from "../../ads/lib/types"
import { LinkText } from "../../ads/parts/link-text"
import { LookView } from "../../ads/parts/look-view"

/** All three languages at once, each with where it leads; a language that has nothing says so. */
export function LooksSideBySide({
  ad,
  contents,
  place,
}: {
  ad: Ad
  contents: Contents
  place: AdPlacement | undefined
}) {
  const { t } = useText()
  const advertiser = ad.company?.name ?? null
  const isBare = ad.kind === "listing" && LANGUAGES.every((lang) => !contents[lang])
  return (
    <ul className="grid gap-4 lg:grid-cols-3">
      {(isBare ? LANGUAGES.slice(0, 1) : LANGUAGES).map((lang) => {
        const content = contents[lang]
        return (
          <li key={lang} className="flex min-w-0 flex-col gap-y-2">
            <Text size="small" weight="plus" className="text-ui-fg-subtle">
              {isBare ? t("ads.kind.listing") : LANGUAGE_NAMES[lang]}
            </Text>
            {content || isBare ? (
              <LookView
                lang={lang}
                kind={ad.kind}
                contents={contents}
                place={place}
                product={ad.product}
                advertiser={advertiser}
              />
            ) : (
              <div className="border-ui-border-base text-ui-fg-muted txt-small rounded-lg border border-dashed px-3 py-6 text-center">
                {t("ads.market.noContent")}
              </div>
            )}
            {content?.link && (
              <div aria-label={t("ads.market.linkTo")} role="group">
                <LinkText link={content.link} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
