import { useState } from "react"
import { Button, FocusModal, toast } from "@medusajs/ui"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { dayOf } from "../../lib/format"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { CompanyFilter } from "./company-choice"
import { Settlement } from "./lib/types"

type Made = { settlements: Settlement[]; skipped: unknown[] }
const DAY_MS = 86_400_000

/** The fifteen days before today: what is most often closed. */
const lastDays = () => ({ from: dayOf(Date.now() - 15 * DAY_MS), to: dayOf(Date.now() - DAY_MS) })

/** Makes statements for a period, of one company or of all. */
export function ClosePeriod() {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [period, setPeriod] = useState(lastDays)
  const [companyId, setCompanyId] = useState("")
  const close = useAct(
    () => api.post<Made>("/admin/settlements", { ...period, ...(companyId && { company_id: companyId }) }),
    undefined,
    {
      onSuccess: ({ settlements, skipped }) => {
        setOpen(false)
        toast.success(t("market.settlements.closed", { count: settlements.length }))
        if (skipped.length > 0) {
          toast.info(t("market.settlements.skipped", { count: skipped.length }))
        }
      },
    }
  )
  const isWrong = !period.from || !period.to || period.from > period.to || period.to >= dayOf(Date.now())
  return (
    <FocusModal open={isOpen} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small">{t("market.settlements.close")}</Button>
      </FocusModal.Trigger>
      <FocusModal.Content className="md:mx-auto md:my-auto md:h-fit md:max-w-lg">
        <FocusModal.Header>
          <FocusModal.Title>{t("market.settlements.close")}</FocusModal.Title>
        </FocusModal.Header>
        <FocusModal.Body className="flex flex-col gap-y-4 overflow-y-auto p-6">
          <FocusModal.Description className="text-ui-fg-subtle txt-small">
            {t("market.settlements.closeHint")}
          </FocusModal.Description>
          <TextField
            type="date"
            label={t("market.settlements.from")}
            value={period.from}
            onText={(from) => setPeriod({ ...period, from })}
          />
          <TextField
            type="date"
            label={t("market.settlements.to")}
            value={period.to}
            onText={(to) => setPeriod({ ...period, to })}
          />
          <CompanyFilter value={companyId} onChoose={setCompanyId} />
          <Button disabled={isWrong} isLoading={close.isPending} onClick={() => close.mutate()}>
            {t("market.settlements.close")}
          </Button>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
