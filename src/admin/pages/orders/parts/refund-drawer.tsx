import { useState } from "react"
import { Button, Drawer, Label, RadioGroup, Switch, Text, Textarea } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Field, TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import {
  EMPTY_DRAFT,
  hasShippingLeft,
  refundable,
  RefundDraft,
  RefundHow,
  requestOf,
} from "../lib/refund-request"
import { Order } from "../lib/types"
import { RefundPieces } from "./refund-pieces"

const HOW = ["all", "lines", "amount"] as const

/** Gives money of an order back: all that is left, chosen goods, or an amount. */
export function RefundDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t, money } = useText()
  const [draft, setDraft] = useState<RefundDraft>(EMPTY_DRAFT)
  // One for the whole drawer: pressed twice, or sent again when the answer was lost, it is one refund.
  const [key] = useState(() => crypto.randomUUID())
  const set = (change: Partial<RefundDraft>) => setDraft((before) => ({ ...before, ...change }))
  const most = refundable(order)
  const request = requestOf(draft, most)
  const refund = useAct(
    () => api.post(`/merchant/orders/${order.id}/refund`, request, { "idempotency-key": key }),
    t("orders.refund.sent"),
    { onSuccess: onClose }
  )
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("orders.refund.title")}</Drawer.Title>
          <Drawer.Description>{t("orders.refund.hint", { amount: money(most) })}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <How value={draft.how} onChoose={(how) => set({ how })} />
          {draft.how === "amount" && (
            <TextField
              label={t("orders.refund.amountLabel")}
              inputMode="numeric"
              value={draft.amount}
              onText={(amount) => set({ amount })}
            />
          )}
          {draft.how === "lines" && (
            <>
              <RefundPieces
                items={order.items}
                pieces={draft.pieces}
                onChange={(pieces) => set({ pieces })}
              />
              {hasShippingLeft(order) && (
                <Toggle
                  label={t("orders.refund.shipping")}
                  value={draft.shipping}
                  onChange={(shipping) => set({ shipping })}
                />
              )}
            </>
          )}
          {draft.how !== "amount" && (
            <Toggle
              label={t("orders.refund.restock")}
              hint={t("orders.refund.restockHint")}
              value={draft.restock}
              onChange={(restock) => set({ restock })}
            />
          )}
          <Field label={t("orders.refund.reason")}>
            <Textarea
              value={draft.reason}
              placeholder={t("orders.refund.reasonHint")}
              maxLength={500}
              onChange={(event) => set({ reason: event.target.value })}
            />
          </Field>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("words.cancel")}
          </Button>
          <ConfirmButton
            isDanger
            label={t("orders.refund.send")}
            question={t("orders.refund.question")}
            disabled={!request || refund.isPending}
            isLoading={refund.isPending}
            onConfirm={() => refund.mutate()}
          />
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function How({ value, onChoose }: { value: RefundHow; onChoose: (how: RefundHow) => void }) {
  const { t } = useText()
  return (
    <RadioGroup
      aria-label={t("orders.refund.how")}
      value={value}
      onValueChange={(how) => onChoose(how as RefundHow)}
    >
      {HOW.map((how) => (
        <div key={how} className="flex items-center gap-x-3">
          <RadioGroup.Item value={how} id={`refund-${how}`} />
          <Label htmlFor={`refund-${how}`}>{t(`orders.refund.${how}`)}</Label>
        </div>
      ))}
    </RadioGroup>
  )
}

function Toggle({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint?: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <label className="flex items-start justify-between gap-x-3">
      <span className="min-w-0">
        <Text size="small" weight="plus">
          {label}
        </Text>
        {hint && (
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        )}
      </span>
      <Switch aria-label={label} checked={value} onCheckedChange={onChange} />
    </label>
  )
}
