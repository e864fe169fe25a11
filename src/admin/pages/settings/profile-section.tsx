import { useState } from "react"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { profileBody, profileOf } from "./lib/forms"
import { Company } from "./lib/types"
import { SaveSection } from "./save-section"

/** Name, telephone and address: what shoppers see. */
export function ProfileSection({ company }: { company: Company }) {
  const { t } = useText()
  const { can } = useCompany()
  const [draft, setDraft] = useState(profileOf(company))
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const save = useAct(
    () => api.post<{ company: Company }>("/merchant/company", profileBody(draft)),
    t("words.saved"),
    { onSuccess: (answer) => setDraft(profileOf(answer.company)) }
  )
  return (
    <SaveSection
      title={t("settings.profile")}
      hint={t("settings.profileHint")}
      isLocked={!can("company:write")}
      isSaving={save.isPending}
      onSave={() => save.mutate()}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label={t("settings.name")}
          required
          minLength={2}
          maxLength={120}
          value={draft.name}
          onText={(name) => set({ name })}
        />
        <TextField
          label={t("settings.phone")}
          hint={t("settings.phoneHint")}
          type="tel"
          required
          value={draft.phone}
          onText={(phone) => set({ phone })}
        />
        <TextField
          label={t("settings.email")}
          type="email"
          value={draft.email}
          onText={(email) => set({ email })}
        />
        <TextField
          label={t("settings.logo")}
          hint={t("settings.logoHint")}
          type="url"
          value={draft.logo_url}
          onText={(logo_url) => set({ logo_url })}
        />
      </div>
      <TextField
        label={t("settings.address")}
        maxLength={300}
        value={draft.address}
        onText={(address) => set({ address })}
      />
    </SaveSection>
  )
}
