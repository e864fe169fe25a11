import { useState } from "react"
import { Button } from "@medusajs/ui"
import { TextField } from "../../components/field"
import { Section } from "../../components/page"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { Company } from "./lib/types"

/** Per cent as typed, "7,5" too; null for the market's own, undefined when it is none. */
function percentOf(text: string): number | null | undefined {
  const typed = text.trim().replace(",", ".")
  if (typed === "") {
    return null
  }
  const value = Number(typed)
  return value >= 0 && value <= 100 ? value : undefined
}

/** The market's share of a company's sales. */
export function CommissionForm({ company }: { company: Company }) {
  const { t } = useText()
  const known = company.commission_percent === null ? "" : String(company.commission_percent)
  const [text, setText] = useState(known)
  const percent = percentOf(text)
  const save = useAct(
    () => api.post(`/admin/companies/${company.id}`, { commission_percent: percent }),
    t("words.saved")
  )
  return (
    <Section title={t("market.companies.commissionTitle")} hint={t("market.companies.commissionHint")}>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <div className="w-40 min-w-0">
          <TextField
            label={t("market.companies.commissionField")}
            error={percent === undefined ? t("market.companies.commissionWrong") : undefined}
            inputMode="decimal"
            value={text}
            onText={setText}
          />
        </div>
        <Button
          type="submit"
          size="small"
          disabled={percent === undefined || text === known}
          isLoading={save.isPending}
        >
          {t("words.save")}
        </Button>
      </form>
    </Section>
  )
}
