import { Button, Textarea } from "@medusajs/ui"
import { SquareTwoStack } from "@medusajs/icons"
import { Field, TextField } from "../../../components/field"
import { LANGUAGE_NAMES, LANGUAGES, Lang } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import { ContentDraft, isEmpty } from "../lib/draft"
import { PictureField } from "./picture-field"
import type { AdForm } from "./use-ad-form"

const LINK_START = "https://"
const MOST_TITLE = 90
const MOST_TEXT = 250

/** What an ad says in one language. */
export function ContentFields({ form, lang }: { form: AdForm; lang: Lang }) {
  const { t } = useText()
  const { draft, set, place, side } = form
  const content = draft.content[lang]
  const change = (part: Partial<ContentDraft>) =>
    set({ content: { ...draft.content, [lang]: { ...content, ...part } } })
  const source = LANGUAGES.find((other) => other !== lang && !isEmpty(draft.content[other]))
  const isBanner = draft.kind === "banner"
  return (
    <div className="flex min-w-0 flex-col gap-y-4" lang={lang}>
      {source && isEmpty(content) && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="w-fit"
          onClick={() => change(draft.content[source])}
        >
          <SquareTwoStack />
          {t("ads.content.copy", { language: LANGUAGE_NAMES[source] })}
        </Button>
      )}
      {isBanner && (
        <PictureField
          side={side}
          place={place}
          image={content.image}
          onChange={(image) => change({ image })}
        />
      )}
      <TextField
        label={t(isBanner ? "ads.content.heading" : "ads.content.listingTitle")}
        hint={t(isBanner ? "ads.content.headingHint" : "ads.content.listingHint")}
        maxLength={MOST_TITLE}
        value={content.title}
        onText={(title) => change({ title })}
      />
      <Field label={t("ads.content.text")} hint={t("ads.content.textHint")}>
        <Textarea
          rows={2}
          maxLength={MOST_TEXT}
          value={content.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
      {isBanner && (
        <TextField
          label={t("ads.content.link")}
          hint={t("ads.content.linkHint")}
          type="url"
          inputMode="url"
          maxLength={2000}
          placeholder={LINK_START}
          value={content.link}
          onText={(link) => change({ link })}
        />
      )}
    </div>
  )
}
