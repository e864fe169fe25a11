import { KeyboardEvent } from "react"
import { Text } from "@medusajs/ui"
import { TextField } from "../../components/field"
import { useText } from "../../lib/text"
import { costOf, markupOf, previewPrice } from "./lib/numbers"
import type { Wrong } from "./lib/new-goods"

type Typed = { cost: string; markup: string; barcode: string; stock: string }

/** Cost and markup with the price that they give, barcode and stock: the same in every form that makes goods. */
export function PriceFields({
  typed,
  wrong,
  onType,
}: {
  typed: Typed
  wrong: Wrong
  onType: (change: Partial<Typed>) => void
}) {
  const { t, money } = useText()
  const price = previewPrice(costOf(typed.cost), markupOf(typed.markup))
  const errorOf = (field: keyof Wrong) => wrong[field] && t(`warehouse.wrong.${wrong[field]}`)
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("warehouse.fields.cost")}
          inputMode="decimal"
          autoComplete="off"
          value={typed.cost}
          error={errorOf("cost")}
          onText={(cost) => onType({ cost })}
        />
        <TextField
          label={t("warehouse.fields.markup")}
          inputMode="decimal"
          autoComplete="off"
          value={typed.markup}
          error={errorOf("markup")}
          onText={(markup) => onType({ markup })}
        />
      </div>
      <div className="bg-ui-bg-subtle flex items-center justify-between rounded-md px-3 py-2">
        <Text size="small" className="text-ui-fg-subtle">
          {t("warehouse.fields.price")}
        </Text>
        <output className="txt-medium-plus tabular-nums" aria-live="polite">
          {price === null ? "—" : money(price)}
        </output>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("warehouse.fields.barcode")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={13}
          value={typed.barcode}
          error={errorOf("barcode")}
          onText={(barcode) => onType({ barcode })}
          onKeyDown={keepInForm}
        />
        <TextField
          label={t("warehouse.fields.stock")}
          inputMode="numeric"
          autoComplete="off"
          value={typed.stock}
          error={errorOf("stock")}
          onText={(stock) => onType({ stock })}
        />
      </div>
    </>
  )
}

/** A scanner ends a barcode with Enter: that leads to the next field and must not send a form half filled. */
function keepInForm(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key === "Enter") {
    event.preventDefault()
    const fields = [...(event.currentTarget.form?.elements ?? [])].filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type !== "file"
    )
    fields[fields.indexOf(event.currentTarget) + 1]?.focus()
  }
}
