import { FormEvent, ReactNode, useState } from "react"
import { Button, Text, Textarea } from "@medusajs/ui"
import { Field, TextField } from "../../components/field"
import { Section } from "../../components/page"
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages"
import { useText } from "../../lib/text"
import { CategoryChoice } from "./category-choice"
import { Fiscal, fiscalOf, fiscalPatch, isChanged, textsOf, textsPatch, wrongFiscal } from "./lib/facts"
import type { Listing } from "./types"
import { useChange } from "./use-change"

/** A form of a few facts, saved together. */
function FactsForm({
  isDirty,
  isReadOnly,
  onSave,
  children,
}: {
  isDirty: boolean
  isReadOnly: boolean
  onSave: () => Promise<unknown>
  children: ReactNode
}) {
  const { t } = useText()
  const [isSaving, setSaving] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    await onSave()
    setSaving(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <fieldset disabled={isReadOnly} className="flex flex-col gap-y-4">
        {children}
        {!isReadOnly && (
          <div className="flex justify-end">
            <Button type="submit" size="small" disabled={!isDirty} isLoading={isSaving}>
              {t("words.save")}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}

type Props = { listing: Listing; isReadOnly: boolean }

/** Names in three languages, description and category. Made anew whenever the server's texts change. */
export function TextsSection({ listing, isReadOnly }: Props) {
  const known = textsOf(listing)
  return <Texts key={JSON.stringify(known)} listing={listing} isReadOnly={isReadOnly} />
}

function Texts({ listing, isReadOnly }: Props) {
  const { t } = useText()
  const change = useChange()
  const known = textsOf(listing)
  const [typed, setTyped] = useState(known)
  const isNameless = !typed.uz.trim()
  const save = async () =>
    !isNameless &&
    change({
      id: listing.id,
      patch: textsPatch(typed),
      back: textsPatch(known),
      said: t("words.saved"),
    })
  return (
    <Section title={t("warehouse.texts")}>
      <FactsForm isDirty={isChanged(typed, known)} isReadOnly={isReadOnly} onSave={save}>
        {LANGUAGES.map((lang) => (
          <TextField
            key={lang}
            label={`${t("warehouse.fields.name")}: ${LANGUAGE_NAMES[lang]}`}
            hint={lang === "uz" ? undefined : t("warehouse.nameHint")}
            maxLength={300}
            value={typed[lang]}
            error={lang === "uz" && isNameless ? t("warehouse.wrong.name") : undefined}
            onText={(text) => setTyped({ ...typed, [lang]: text })}
          />
        ))}
        <Field label={t("warehouse.fields.description")}>
          <Textarea
            rows={5}
            maxLength={10_000}
            value={typed.description}
            onChange={(event) => setTyped({ ...typed, description: event.target.value })}
          />
        </Field>
        <div className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("warehouse.fields.category")}
          </Text>
          {isReadOnly ? (
            <Text size="small">{listing.category_name ?? t("warehouse.noCategory")}</Text>
          ) : (
            <CategoryChoice
              value={typed.category_id}
              emptyLabel={t("warehouse.noCategory")}
              onChoose={(category_id) => setTyped({ ...typed, category_id })}
            />
          )}
        </div>
      </FactsForm>
    </Section>
  )
}

/** Codes that stand on fiscal receipts. */
export function FiscalSection({ listing, isReadOnly }: Props) {
  const known = fiscalOf(listing)
  return <FiscalFacts key={JSON.stringify(known)} listing={listing} isReadOnly={isReadOnly} />
}

const FISCAL = [
  { field: "ikpu", digits: 17 },
  { field: "package_code", digits: 10 },
  { field: "vat", digits: 6 },
] as const

function FiscalFacts({ listing, isReadOnly }: Props) {
  const { t } = useText()
  const change = useChange()
  const known = fiscalOf(listing)
  const [typed, setTyped] = useState<Fiscal>(known)
  const wrong = wrongFiscal(typed)
  const save = async () =>
    Object.keys(wrong).length === 0 &&
    change({
      id: listing.id,
      patch: fiscalPatch(typed),
      back: fiscalPatch(known),
      said: t("words.saved"),
    })
  return (
    <Section title={t("warehouse.fiscal.title")} hint={t("warehouse.fiscal.hint")}>
      <FactsForm isDirty={isChanged(typed, known)} isReadOnly={isReadOnly} onSave={save}>
        {FISCAL.map(({ field, digits }) => (
          <TextField
            key={field}
            label={t(`warehouse.fiscal.${field}`)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={digits}
            value={typed[field]}
            error={wrong[field] && t(`warehouse.fiscal.${field}Wrong`)}
            onText={(text) => setTyped({ ...typed, [field]: text })}
          />
        ))}
      </FactsForm>
    </Section>
  )
}
