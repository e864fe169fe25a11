import { useState } from "react"
import { Label, Textarea } from "@medusajs/ui"
import { Field } from "../../components/field"
import { LANGUAGES, LANGUAGE_NAMES } from "../../i18n/languages"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { allNotesBody, notesOf } from "./lib/forms"
import { Company } from "./lib/types"
import { SaveSection } from "./save-section"

const PARTS = [
  { key: "payment_notes", title: "settings.payment", placeholder: "settings.paymentPlaceholder" },
  { key: "opening_hours", title: "settings.hours", placeholder: "settings.hoursPlaceholder" },
] as const

/** What shoppers are told about paying at the shop and its hours, in their own language. */
export function NotesSection({ company }: { company: Company }) {
  const { t } = useText()
  const { can } = useCompany()
  const [draft, setDraft] = useState(notesOf(company))
  const save = useAct(
    () => api.post<{ company: Company }>("/merchant/company", allNotesBody(draft)),
    t("words.saved"),
    { onSuccess: (answer) => setDraft(notesOf(answer.company)) }
  )
  return (
    <SaveSection
      title={t("settings.notes")}
      hint={t("settings.notesHint")}
      isLocked={!can("company:write")}
      isSaving={save.isPending}
      onSave={() => save.mutate()}
    >
      {PARTS.map(({ key, title, placeholder }) => (
        <div key={key} className="flex flex-col gap-y-2">
          <Label size="small" weight="plus">
            {t(title)}
          </Label>
          <div className="grid gap-3 md:grid-cols-3">
            {LANGUAGES.map((lang) => (
              <Field key={lang} label={LANGUAGE_NAMES[lang]}>
                <Textarea
                  rows={3}
                  maxLength={2000}
                  aria-label={`${t(title)}: ${LANGUAGE_NAMES[lang]}`}
                  placeholder={lang === "uz" ? t(placeholder) : undefined}
                  value={draft[key][lang]}
                  onChange={(event) =>
                    setDraft((now) => ({ ...now, [key]: { ...now[key], [lang]: event.target.value } }))
                  }
                />
              </Field>
            ))}
          </div>
        </div>
      ))}
    </SaveSection>
  )
}
