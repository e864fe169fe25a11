import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { useReceipt } from "../hooks/use-receipt"
import { returnable } from "../lib/returning"
import type { Sale } from "../lib/types"
import { Problems } from "./problems"
import { ReturnForm } from "./return-form"
import { SettleForm } from "./settle-form"
import { Sum } from "./pay-window"
import { Window } from "./window"

/** One sale: what was sold, how it was paid, what has come back, and what may be done. */
export function SaleWindow({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const read = useApi<{ sale: Sale }>(`/merchant/pos/sales/${id}`)
  return (
    <Window isWide title={t("pos.sale")} onClose={onClose}>
      <Shown read={read}>{({ sale }) => <Body sale={sale} onDone={() => void read.refetch()} />}</Shown>
    </Window>
  )
}

function Body({ sale, onDone }: { sale: Sale; onDone: () => void }) {
  const { t, money, number, dateTime } = useText()
  const { company, shift } = useDesk()
  const print = useReceipt()
  const [isReturning, setReturning] = useState(false)
  const mayReturn =
    company.can("pos:return") && sale.status === "done" && !!shift.shift && returnable(sale).length > 0
  if (isReturning) {
    const back = () => {
      setReturning(false)
      onDone()
    }
    return <ReturnForm sale={sale} onDone={back} onBack={() => setReturning(false)} />
  }
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {[
          dateTime(sale.sold_at),
          sale.member_name,
          sale.receipt?.number ?? sale.short_code,
          sale.customer_phone,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <ul className="divide-y border-y">
        {sale.lines.map((line) => (
          <li key={line.id} className="flex items-baseline justify-between gap-3 py-2">
            <div className="min-w-0">
              <Text weight="plus">{line.title}</Text>
              <Text size="small" className="text-ui-fg-subtle">
                {number(line.quantity)} × {money(line.unit_price)}
                {line.discount > 0 && ` − ${money(line.discount)}`}
                {line.returned_quantity > 0 &&
                  ` · ${t("pos.returnedCount", { count: number(line.returned_quantity) })}`}
              </Text>
            </div>
            <Text weight="plus" className="whitespace-nowrap tabular-nums">
              {money(line.total)}
            </Text>
          </li>
        ))}
      </ul>
      <Sum isBig label={t("words.total")} value={money(sale.total)} />
      {sale.payments.map(({ method, amount }) => (
        <Sum key={method} label={t(`pos.${method}`)} value={money(amount)} />
      ))}
      {sale.change > 0 && <Sum label={t("pos.change")} value={money(sale.change)} />}
      {sale.returns.map((one) => (
        <Sum
          key={one.id}
          label={`${t("pos.returned")}, ${dateTime(one.created_at)}: ${one.reason}`}
          value={`−${money(one.amount)}`}
        />
      ))}
      {sale.settled && (
        <Text size="small">{t(`pos.settled.${sale.settled.action}`, { note: sale.settled.note })}</Text>
      )}
      {sale.status === "review" && (
        <div className="flex flex-col gap-3" role="alert">
          <Text>{t("pos.reviewHint")}</Text>
          <Problems problems={sale.problems} />
          {company.can("pos:manage") ? (
            <SettleForm sale={sale} onDone={onDone} />
          ) : (
            <Text size="small">{t("pos.reviewWaits")}</Text>
          )}
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {sale.status === "done" && (
          <Button size="large" variant="secondary" data-first onClick={() => void print({ sale })}>
            {t("pos.printReceipt")}
          </Button>
        )}
        {mayReturn && (
          <Button size="large" onClick={() => setReturning(true)}>
            {t("pos.takeBack")}
          </Button>
        )}
      </div>
    </>
  )
}
