import { Text } from "@medusajs/ui"
import { Choice, TextField } from "../../../components/field"
import { dayOf } from "../../../lib/format"
import { useText } from "../../../lib/text"
import { Draft } from "../lib/draft"
import { Method, METHODS } from "../lib/types"

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void; isDayWrong?: boolean }

/** Day, way of paying, payee and note: the part of the form that is often left as it is. */
export function DraftFields({ draft, onChange, isDayWrong }: Props) {
  const { t } = useText()
  return (
    <>
      <TextField
        type="date"
        size="small"
        label={t("expenses.entry.day")}
        value={draft.day}
        max={dayOf(new Date())}
        error={isDayWrong ? t("expenses.entry.needDay") : undefined}
        onText={(day) => onChange({ day })}
      />
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" weight="plus" aria-hidden>
          {t("expenses.entry.method")}
        </Text>
        <MethodChoice
          value={draft.payment_method}
          onChoose={(payment_method) => onChange({ payment_method })}
        />
      </div>
      <TextField
        size="small"
        label={t("expenses.entry.payee")}
        maxLength={200}
        autoComplete="off"
        value={draft.payee}
        onText={(payee) => onChange({ payee })}
      />
      <TextField
        size="small"
        label={t("expenses.entry.note")}
        maxLength={500}
        autoComplete="off"
        value={draft.note}
        onText={(note) => onChange({ note })}
      />
    </>
  )
}

export function MethodChoice({ value, onChoose }: { value: Method; onChoose: (value: Method) => void }) {
  const { t } = useText()
  return (
    <Choice
      label={t("expenses.entry.method")}
      value={value}
      options={METHODS.map((method) => ({ value: method, label: t(`expenses.method.${method}`) }))}
      onChoose={(method) => onChoose(method as Method)}
    />
  )
}
