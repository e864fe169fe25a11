import { useState } from "react"
import { Button, RadioGroup, Label } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { useText } from "../../../lib/text"
import { readDiscount } from "../lib/amount"
import { grossOf, setDiscount, setLineDiscount, totalsOf, type Basket } from "../lib/basket"
import { nameOf } from "../lib/find"
import { BigButton } from "./key"
import { Window } from "./window"

const PERCENTS = ["5%", "10%", "15%", "20%"]

/** A discount of the chosen line or of the whole sale: a sum, or so many per cent. Empty takes it away. */
export function DiscountWindow({
  basket,
  onChange,
  onClose,
}: {
  basket: Basket
  onChange: (basket: Basket) => void
  onClose: () => void
}) {
  const { t, lang, money } = useText()
  const [of, setOf] = useState("line")
  const [typed, setTyped] = useState("")
  const line = basket.lines[basket.chosen]
  const { gross, discount } = totalsOf(basket)
  const base = of === "line" ? grossOf(line) : gross - (discount - basket.discount)
  const amount = typed.trim() ? readDiscount(typed, base) : 0
  const apply = () => {
    if (amount !== null) {
      onChange(of === "line" ? setLineDiscount(basket, amount) : setDiscount(basket, amount))
    }
  }
  return (
    <Window title={t("pos.discount")} onClose={onClose}>
      <form
        className="flex flex-col gap-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <TextField
          data-first
          label={t("pos.discountAmount")}
          hint={t("pos.discountHint")}
          autoComplete="off"
          value={typed}
          onText={setTyped}
          error={amount === null ? t("pos.fault.discount") : undefined}
        />
        <div className="flex flex-wrap gap-2">
          {PERCENTS.map((percent) => (
            <Button
              key={percent}
              type="button"
              size="large"
              variant="secondary"
              onClick={() => setTyped(percent)}
            >
              {percent}
            </Button>
          ))}
        </div>
        <RadioGroup value={of} onValueChange={setOf} aria-label={t("pos.discountOf")}>
          <div className="flex items-center gap-3">
            <RadioGroup.Item value="line" id="discount-line" />
            <Label htmlFor="discount-line">
              {t("pos.discountLine", { name: nameOf(line.variant, lang), sum: money(grossOf(line)) })}
            </Label>
          </div>
          <div className="flex items-center gap-3">
            <RadioGroup.Item value="sale" id="discount-sale" />
            <Label htmlFor="discount-sale">{t("pos.discountSale", { sum: money(gross) })}</Label>
          </div>
        </RadioGroup>
        <BigButton
          type="submit"
          isMain
          label={amount ? t("pos.giveDiscount", { sum: money(amount) }) : t("pos.noDiscount")}
          hotkey="Enter"
          disabled={amount === null}
        />
      </form>
    </Window>
  )
}
