import { useState } from "react"
import { Button, clx, Text } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { useText } from "../../../lib/text"
import { likelyTendered, readAmount } from "../lib/amount"
import { cashPart, changeOf, payWith, type Paid, type PayMode } from "../lib/payment"
import { BigButton } from "./key"
import { Window } from "./window"

/** How the money comes: cash with change, card, or a part of each. Enter sells. */
export function PayWindow({
  mode,
  total,
  isBusy,
  onPay,
  onClose,
}: {
  mode: PayMode
  total: number
  isBusy: boolean
  onPay: (paid: Paid, change: number) => void
  onClose: () => void
}) {
  const { t, money } = useText()
  const [cashText, setCash] = useState("")
  const [tenderedText, setTendered] = useState("")
  const [phone, setPhone] = useState("")
  const [isTried, setTried] = useState(false)
  const entered = {
    ...{ mode, phone },
    cash: readAmount(cashText),
    tendered: tenderedText.trim() ? (readAmount(tenderedText) ?? -1) : null,
  }
  const cash = cashPart(entered, total)
  const change = changeOf(entered, total)
  const result = payWith(entered, total)
  const fault = isTried && "fault" in result ? result.fault : null
  const pay = () => {
    if ("paid" in result) {
      onPay(result.paid, change)
    } else {
      setTried(true)
    }
  }
  return (
    <Window title={t(`pos.payBy.${mode}`)} onClose={onClose}>
      <form
        className="flex flex-col gap-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          pay()
        }}
      >
        <p className="text-center text-4xl font-semibold tabular-nums">{money(total)}</p>
        {mode === "split" && (
          <>
            <TextField
              data-first
              label={t("pos.cashPart")}
              inputMode="numeric"
              autoComplete="off"
              value={cashText}
              onText={setCash}
              error={fault === "cash" ? t("pos.fault.cash") : undefined}
            />
            <Sum label={t("pos.cardPart")} value={money(total - Math.min(cash ?? 0, total))} />
          </>
        )}
        {mode !== "card" && (
          <TextField
            data-first={mode === "cash" ? true : undefined}
            label={t("pos.tendered")}
            hint={t("pos.tenderedHint")}
            inputMode="numeric"
            autoComplete="off"
            placeholder={money(cash ?? 0)}
            value={tenderedText}
            onText={setTendered}
            error={fault === "tendered" ? t("pos.fault.tendered") : undefined}
          />
        )}
        {mode === "cash" && (
          <div className="flex flex-wrap gap-2">
            {likelyTendered(total).map((sum) => (
              <Button
                key={sum}
                type="button"
                size="large"
                variant="secondary"
                onClick={() => setTendered(String(sum))}
              >
                {money(sum)}
              </Button>
            ))}
          </div>
        )}
        {mode === "card" && <Text className="text-ui-fg-subtle text-center">{t("pos.cardHint")}</Text>}
        {mode !== "card" && <Sum label={t("pos.change")} value={money(change)} isBig={change > 0} />}
        <TextField
          label={t("pos.phone")}
          hint={t("pos.phoneHint")}
          type="tel"
          autoComplete="off"
          value={phone}
          onText={setPhone}
          error={fault === "phone" ? t("pos.fault.phone") : undefined}
        />
        <BigButton
          type="submit"
          isMain
          data-first={mode === "card" ? true : undefined}
          label={t("pos.sell")}
          hotkey="Enter"
          disabled={isBusy}
        />
      </form>
    </Window>
  )
}

export function Sum({ label, value, isBig }: { label: string; value: string; isBig?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <Text className="text-ui-fg-subtle">{label}</Text>
      <span className={clx("font-semibold tabular-nums", isBig ? "text-3xl" : "text-lg")}>{value}</span>
    </div>
  )
}
