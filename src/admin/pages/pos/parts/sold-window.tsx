import { useEffect, useRef, useState } from "react"
import { Label, Switch, Text } from "@medusajs/ui"
import { CheckCircleSolid, CloudArrowUp } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { useKeys } from "../hooks/use-keys"
import { useReceipt } from "../hooks/use-receipt"
import { BigButton } from "./key"
import { Sum } from "./pay-window"
import { Window } from "./window"

const AUTO = "bozor.pos.autoprint"

/** Sold: what to hand back, and the receipt. Enter begins the next sale. */
export function SoldWindow({
  client_id,
  change,
  onNext,
}: {
  client_id: string
  change: number
  onNext: () => void
}) {
  const { t, money } = useText()
  const { entries } = useDesk()
  const printOf = useReceipt()
  const [isAuto, setAuto] = useState(() => localStorage.getItem(AUTO) === "1")
  const entry = entries.find((one) => one.client_id === client_id)
  const sale = entry?.answer?.sale
  const isSent = entry?.state === "done"
  const print = () => void (entry && printOf({ sale: isSent ? sale : undefined, entry }))
  useKeys({ F9: print })

  const isPrinted = useRef(false)
  useEffect(() => {
    if (isAuto && entry && !isPrinted.current) {
      isPrinted.current = true
      print()
    }
  })
  return (
    <Window title={t("pos.sold")} onClose={onNext}>
      <div className="flex flex-col items-center gap-2 text-center" data-sold={isSent ? "sent" : "kept"}>
        {isSent ? (
          <CheckCircleSolid className="text-ui-tag-green-icon size-10" />
        ) : (
          <CloudArrowUp className="text-ui-tag-orange-icon size-10" />
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {change > 0 ? t("pos.giveBack") : t("pos.noChange")}
        </Text>
        <p className="text-5xl font-semibold tabular-nums">{money(change)}</p>
        <Text size="small" className="text-ui-fg-subtle">
          {isSent
            ? t("pos.receiptNo", { number: sale?.receipt?.number ?? sale?.short_code ?? "" })
            : t("pos.keptHere")}
        </Text>
      </div>
      <Sum label={t("words.total")} value={money(entry?.total ?? 0)} />
      <div className="flex gap-2">
        <BigButton label={isSent ? t("pos.printReceipt") : t("pos.printSlip")} hotkey="F9" onClick={print} />
        <BigButton isMain data-first label={t("pos.nextSale")} hotkey="Enter" onClick={onNext} />
      </div>
      <div className="flex items-center gap-2">
        <Switch
          id="pos-auto"
          checked={isAuto}
          onCheckedChange={(on) => {
            localStorage.setItem(AUTO, on ? "1" : "0")
            isPrinted.current = true
            setAuto(on)
          }}
        />
        <Label htmlFor="pos-auto" size="small">
          {t("pos.autoPrint")}
        </Label>
      </div>
    </Window>
  )
}
