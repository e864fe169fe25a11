import { clx } from "@medusajs/ui"
import { Fact } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Shift } from "../lib/types"

/** Missing money in red, more than expected with a plus; nothing until it has been counted. */
export function Difference({ value }: { value: number | null }) {
  const { money } = useText()
  if (value === null) {
    return <>—</>
  }
  return (
    <span
      className={clx(
        "tabular-nums",
        value < 0 ? "text-ui-fg-error font-semibold" : value > 0 && "font-semibold"
      )}
    >
      {value > 0 && "+"}
      {money(value)}
    </span>
  )
}

/** What a shift's rows add up to. */
export function ShiftFacts({ shift }: { shift: Shift }) {
  const { t, money, number, dateTime } = useText()
  return (
    <div className="divide-y">
      <Fact label={t("pos.cashier")}>{[shift.member_name, shift.register].filter(Boolean).join(" · ")}</Fact>
      <Fact label={t("pos.openedAt")}>{dateTime(shift.opened_at)}</Fact>
      {shift.closed_at && <Fact label={t("pos.closedAt")}>{dateTime(shift.closed_at)}</Fact>}
      <Fact label={t("pos.salesTotal")}>
        {money(shift.sales_total)} ({number(shift.sales_count)})
      </Fact>
      <Fact label={t("pos.cash")}>{money(shift.cash_total)}</Fact>
      <Fact label={t("pos.card")}>{money(shift.card_total)}</Fact>
      <Fact label={t("pos.returnsTotal")}>{money(shift.returns_total)}</Fact>
      <Fact label={t("pos.openingCash")}>{money(shift.opening_cash)}</Fact>
      <Fact label={t("pos.movedTotal")}>{money(shift.moved_total)}</Fact>
      <Fact label={t("pos.expectedCash")}>
        <span className="font-semibold">{money(shift.expected_cash)}</span>
      </Fact>
      {shift.counted_cash !== null && (
        <>
          <Fact label={t("pos.countedCash")}>{money(shift.counted_cash)}</Fact>
          <Fact label={t("pos.difference")}>
            <Difference value={shift.difference} />
          </Fact>
        </>
      )}
    </div>
  )
}
