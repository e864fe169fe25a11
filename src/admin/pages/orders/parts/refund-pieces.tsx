import { Input } from "@medusajs/ui"
import { Field } from "../../../components/field"
import { useText } from "../../../lib/text"
import { OrderItem } from "../lib/types"

/** How many pieces of each line; never more than are left of it. */
export function RefundPieces({
  items,
  pieces,
  onChange,
}: {
  items: OrderItem[]
  pieces: Record<string, number>
  onChange: (pieces: Record<string, number>) => void
}) {
  const { t, number } = useText()
  return (
    <div className="flex flex-col gap-y-3">
      {items
        .map((item) => ({ ...item, left: item.quantity - item.refunded_quantity }))
        .filter(({ left }) => left > 0)
        .map(({ id, title, left }) => (
          <Field key={id} label={t("orders.refund.pieces", { title, left: number(left) })}>
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={left}
              value={pieces[id] || ""}
              onChange={(event) =>
                onChange({
                  ...pieces,
                  [id]: Math.min(left, Math.max(0, Math.floor(Number(event.target.value)) || 0)),
                })
              }
            />
          </Field>
        ))}
    </div>
  )
}
