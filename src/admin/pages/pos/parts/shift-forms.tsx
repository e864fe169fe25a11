import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { newId } from "../browser/uuid"
import { useDesk } from "../hooks/use-desk"
import { readAmount } from "../lib/amount"
import type { Shift } from "../lib/types"
import { Difference } from "./shift-facts"
import { Sum } from "./pay-window"

/** Cash that is put into the drawer or taken out, with a note why. */
export function CashForm({ shift, onDone }: { shift: Shift; onDone: () => void }) {
  const { t } = useText()
  const { isOnline } = useDesk()
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")
  // The same id until it has worked: a lost answer moves the money once.
  const [client_id, setClientId] = useState(newId)
  const amount = readAmount(typed)
  const act = useAct(
    (sign: 1 | -1) =>
      api.post(`/merchant/pos/shifts/${shift.id}/cash`, {
        amount: sign * amount!,
        note: note.trim(),
        client_id,
      }),
    t("words.saved"),
    {
      onSuccess: () => {
        setTyped("")
        setNote("")
        setClientId(newId())
        onDone()
      },
    }
  )
  const isOff = !amount || !note.trim() || !isOnline || act.isPending
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t("words.amount")}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onText={setTyped}
        error={typed.trim() && amount === null ? t("pos.fault.amount") : undefined}
      />
      <TextField
        label={t("words.note")}
        hint={t("pos.cashNoteHint")}
        autoComplete="off"
        maxLength={200}
        value={note}
        onText={setNote}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="large" variant="secondary" disabled={isOff} onClick={() => act.mutate(1)}>
          {t("pos.cashIn")}
        </Button>
        <Button size="large" variant="secondary" disabled={isOff} onClick={() => act.mutate(-1)}>
          {t("pos.cashOut")}
        </Button>
      </div>
    </div>
  )
}

/** The count at the end; the difference is shown before it is final. */
export function CloseForm({ shift, onDone }: { shift: Shift; onDone: (shift: Shift) => void }) {
  const { t, money } = useText()
  const { isOnline, sums } = useDesk()
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")
  const counted = readAmount(typed)
  const act = useAct(
    () =>
      api.post<{ shift: Shift }>(`/merchant/pos/shifts/${shift.id}/close`, {
        counted_cash: counted,
        ...(note.trim() && { note: note.trim() }),
      }),
    t("pos.shiftClosed"),
    { onSuccess: (answer) => onDone(answer.shift) }
  )
  return (
    <div className="flex flex-col gap-3">
      {sums.waiting > 0 && (
        <Text size="small" className="text-ui-tag-orange-text" role="alert">
          {t("pos.closeUnsent", { count: sums.waiting })}
        </Text>
      )}
      <TextField
        label={t("pos.countedCash")}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onText={setTyped}
        error={typed.trim() && counted === null ? t("pos.fault.amount") : undefined}
      />
      {counted !== null && (
        <>
          <Sum label={t("pos.expectedCash")} value={money(shift.expected_cash)} />
          <div className="flex items-baseline justify-between gap-3 text-lg">
            <Text className="text-ui-fg-subtle">{t("pos.difference")}</Text>
            <Difference value={counted - shift.expected_cash} />
          </div>
        </>
      )}
      <TextField label={t("words.note")} autoComplete="off" maxLength={500} value={note} onText={setNote} />
      <div>
        <ConfirmButton
          size="large"
          label={t("pos.closeShift")}
          question={t("pos.closeShiftQuestion", { sum: money(counted ?? 0) })}
          disabled={counted === null || !isOnline || act.isPending}
          onConfirm={() => act.mutate()}
        />
      </div>
    </div>
  )
}
