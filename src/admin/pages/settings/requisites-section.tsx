import { useState } from "react"
import { Label, Switch } from "@medusajs/ui"
import { Choice, TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { requisitesBody, requisitesErrors, requisitesOf } from "./lib/forms"
import { Company } from "./lib/types"
import { SaveSection } from "./save-section"

/** The legal identity and where money goes; only for those who keep the books. */
export function RequisitesSection({ company }: { company: Company }) {
  const { t } = useText()
  const [draft, setDraft] = useState(requisitesOf(company))
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const errors = requisitesErrors(draft)
  const errorOf = (field: keyof typeof errors) => errors[field] && t(`settings.${errors[field]}`)
  const save = useAct(
    () => api.post<{ company: Company }>("/merchant/company", requisitesBody(draft)),
    t("words.saved"),
    { onSuccess: (answer) => setDraft(requisitesOf(answer.company)) }
  )
  return (
    <SaveSection
      title={t("settings.requisites")}
      hint={t("settings.requisitesHint")}
      isLocked={false}
      isSaving={save.isPending}
      isReady={Object.keys(errors).length === 0}
      onSave={() => save.mutate()}
    >
      <TextField
        label={t("settings.legalName")}
        maxLength={200}
        value={draft.legal_name}
        onText={(legal_name) => set({ legal_name })}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus">
            {t("settings.taxKind")}
          </Label>
          <Choice
            label={t("settings.taxKind")}
            value={draft.tax_id_type}
            emptyLabel={t("settings.noTax")}
            options={[
              { value: "stir", label: t("settings.stir") },
              { value: "pinfl", label: t("settings.pinfl") },
            ]}
            onChoose={(kind) => set({ tax_id_type: kind as typeof draft.tax_id_type })}
          />
        </div>
        <TextField
          label={t("settings.taxId")}
          inputMode="numeric"
          disabled={!draft.tax_id_type}
          error={errorOf("tax_id")}
          value={draft.tax_id}
          onText={(tax_id) => set({ tax_id })}
        />
        <TextField
          label={t("settings.bankAccount")}
          hint={t("settings.bankAccountHint")}
          inputMode="numeric"
          error={errorOf("bank_account")}
          value={draft.bank_account}
          onText={(bank_account) => set({ bank_account })}
        />
        <TextField
          label={t("settings.mfo")}
          hint={t("settings.mfoHint")}
          inputMode="numeric"
          error={errorOf("bank_mfo")}
          value={draft.bank_mfo}
          onText={(bank_mfo) => set({ bank_mfo })}
        />
      </div>
      <div className="flex items-center gap-x-3">
        <Switch
          id="is-vat-payer"
          checked={draft.is_vat_payer}
          onCheckedChange={(is_vat_payer) => set({ is_vat_payer })}
        />
        <Label htmlFor="is-vat-payer" size="small">
          {t("settings.vat")}
        </Label>
      </div>
    </SaveSection>
  )
}
