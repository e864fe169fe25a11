import { Section } from "../../../components/page"
import { LANGUAGE_NAMES, LANGUAGES } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import { Text } from "@medusajs/ui"
import type { Ad, AdPlacement, Creative } from "../lib/types"
import { LinkText } from "./link-text"
import { LookView } from "./look-view"

/** One revision in every language that it has; goods without words of their own look alike in all. */
export function Looks({
  title,
  ad,
  creative,
  place,
  advertiser,
}: {
  title: string
  ad: Ad
  creative: Creative | null
  place: AdPlacement | undefined
  advertiser: string | null
}) {
  const { lang: mine } = useText()
  const contents = creative?.content ?? {}
  const written = LANGUAGES.filter((lang) => contents[lang])
  const shown = written.length > 0 ? written : [mine]
  return (
    <Section title={title}>
      <ul className="flex flex-col gap-y-5">
        {shown.map((lang) => (
          <li key={lang} className="flex min-w-0 flex-col gap-y-2">
            <Text size="small" weight="plus" className="text-ui-fg-subtle">
              {LANGUAGE_NAMES[lang]}
            </Text>
            <LookView
              lang={lang}
              kind={ad.kind}
              contents={contents}
              place={place}
              product={ad.product}
              advertiser={advertiser}
            />
            {contents[lang]?.link && <LinkText link={contents[lang].link} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
