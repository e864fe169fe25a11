import { useState } from "react"
import { Section } from "../../../components/page"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { readAmount } from "../lib/amount"
import { BigButton } from "../parts/key"

/** Before the first sale: how much cash lies in the drawer. */
export function OpenShift() {
  const { t } = useText()
  const { shift, isOnline } = useDesk()
  const [cash, setCash] = useState("")
  const [register, setRegister] = useState("")
  const amount = cash.trim() ? readAmount(cash) : 0
  const act = useAct(
    () =>
      api.post("/merchant/pos/shifts", {
        opening_cash: amount,
        ...(register.trim() && { register: register.trim() }),
      }),
    undefined,
    { onSettled: () => void shift.reload() }
  )
  return (
    <Section title={t("pos.openShift")} hint={isOnline ? t("pos.openShiftHint") : t("pos.openShiftOffline")}>
      <form
        className="flex max-w-md flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate()
        }}
      >
        <TextField
          autoFocus
          label={t("pos.openingCash")}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          value={cash}
          onText={setCash}
          error={amount === null ? t("pos.fault.amount") : undefined}
        />
        <TextField
          label={t("pos.register")}
          hint={t("pos.registerHint")}
          autoComplete="off"
          maxLength={50}
          value={register}
          onText={setRegister}
        />
        <BigButton
          isMain
          type="submit"
          label={t("pos.openShift")}
          hotkey="Enter"
          disabled={amount === null || !isOnline || act.isPending}
        />
      </form>
    </Section>
  )
}
