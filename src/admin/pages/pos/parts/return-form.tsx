import { useState } from "react"
import { Button, Checkbox, IconButton, Label, RadioGroup, Text } from "@medusajs/ui"
import { Minus, Plus } from "@medusajs/icons"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { newId } from "../browser/uuid"
import { useDesk } from "../hooks/use-desk"
import { chosenLines, refundOf, returnable } from "../lib/returning"
import type { Method, Sale } from "../lib/types"
import { BigButton } from "./key"
import { Sum } from "./pay-window"

/** Goods that come back: which, how many, whether they go on the shelf again, and how the money is handed out. */
export function ReturnForm({ sale, onDone, onBack }: { sale: Sale; onDone: () => void; onBack: () => void }) {
  const { t, money, number } = useText()
  const { shift, isOnline, goods } = useDesk()
  // One id for this form: pressed twice, or sent again after a lost answer, it is one return.
  const [client_id] = useState(newId)
  const [chosen, setChosen] = useState(new Map<string, number>())
  const [method, setMethod] = useState<Method>(sale.payments[0]?.method ?? "cash")
  const [restock, setRestock] = useState(true)
  const [reason, setReason] = useState("")
  const lines = chosenLines(chosen)
  const act = useAct(
    () =>
      api.post(`/merchant/pos/sales/${sale.id}/return`, {
        ...{ client_id, lines, restock, method, reason: reason.trim() },
        shift_id: shift.shift!.id,
      }),
    t("pos.returnDone"),
    {
      onSuccess: () => {
        goods.refresh()
        void shift.reload()
        onDone()
      },
    }
  )
  const set = (id: string, quantity: number) => setChosen((now) => new Map(now).set(id, quantity))
  const all = () => setChosen(new Map(returnable(sale).map(({ id, left }) => [id, left])))
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate()
      }}
    >
      <div className="flex items-center justify-between gap-2">
        <Text weight="plus">{t("pos.whatComesBack")}</Text>
        <Button type="button" size="small" variant="secondary" onClick={all}>
          {t("words.all")}
        </Button>
      </div>
      <ul className="divide-y border-y">
        {returnable(sale).map(({ id, title, left }) => {
          const count = chosen.get(id) ?? 0
          return (
            <li key={id} className="flex items-center gap-3 py-2">
              <Text className="min-w-0 flex-1">{title}</Text>
              <IconButton
                type="button"
                size="large"
                aria-label={`${t("pos.less")}: ${title}`}
                disabled={count === 0}
                onClick={() => set(id, count - 1)}
              >
                <Minus />
              </IconButton>
              <Text weight="plus" className="min-w-14 text-center tabular-nums">
                {number(count)} / {number(left)}
              </Text>
              <IconButton
                type="button"
                size="large"
                aria-label={`${t("pos.more")}: ${title}`}
                disabled={count >= left}
                onClick={() => set(id, count + 1)}
              >
                <Plus />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <RadioGroup
        className="flex flex-wrap gap-4"
        value={method}
        onValueChange={(value) => setMethod(value as Method)}
        aria-label={t("pos.moneyBack")}
      >
        {(["cash", "card"] as const).map((value) => (
          <div key={value} className="flex items-center gap-2">
            <RadioGroup.Item value={value} id={`return-${value}`} />
            <Label htmlFor={`return-${value}`}>{t(`pos.moneyBackBy.${value}`)}</Label>
          </div>
        ))}
      </RadioGroup>
      <div className="flex items-center gap-2">
        <Checkbox id="return-restock" checked={restock} onCheckedChange={(on) => setRestock(on === true)} />
        <Label htmlFor="return-restock">{t("pos.restock")}</Label>
      </div>
      <TextField
        label={t("words.reason")}
        value={reason}
        maxLength={200}
        onText={setReason}
        autoComplete="off"
      />
      <Sum isBig label={t("pos.moneyBack")} value={money(refundOf(sale, chosen))} />
      {!isOnline && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("pos.needsLink")}
        </Text>
      )}
      <div className="flex gap-2">
        <BigButton label={t("words.back")} onClick={onBack} />
        <BigButton
          isMain
          type="submit"
          label={t("pos.takeBack")}
          disabled={lines.length === 0 || !reason.trim() || !isOnline || act.isPending}
        />
      </div>
    </form>
  )
}
