import { useEffect, useRef } from "react"
import { toast } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { useAdding } from "../hooks/use-adding"
import { useBasket } from "../hooks/use-basket"
import { useDesk } from "../hooks/use-desk"
import { isWindowOpen, useKeys } from "../hooks/use-keys"
import { useScanner } from "../hooks/use-scanner"
import { useSelling } from "../hooks/use-selling"
import { beep } from "../browser/beep"
import { choose, removeChosen, setQuantity, totalsOf } from "../lib/basket"
import { fixBasket } from "../lib/fix-basket"
import type { PayMode } from "../lib/payment"
import { isReceiptAddress } from "../lib/receipt-code"
import { BasketList } from "../parts/basket-list"
import { DiscountWindow } from "../parts/discount-window"
import { PayWindow } from "../parts/pay-window"
import { RefusedWindow } from "../parts/refused-window"
import { ScanField } from "../parts/scan-field"
import { SoldWindow } from "../parts/sold-window"
import { TotalPanel } from "../parts/total-panel"

/** A telephone would open its keyboard each time; there the field waits to be touched. */
const hasKeyboard = () => window.matchMedia("(pointer: fine)").matches

/** The counter: scan, scan, F8, Enter, Enter. */
export function SaleView({ onReceipt }: { onReceipt: (code: string) => void }) {
  const { t } = useText()
  const { company, taken } = useDesk()
  const [basket, setBasket, startAnew] = useBasket()
  const adding = useAdding(basket, setBasket)
  const { over, setOver, isBusy, sell } = useSelling(basket, startAnew)
  const scan = useRef<HTMLInputElement>(null)
  const mayDiscount = company.can("pos:discount")
  const hasLines = basket.lines.length > 0

  const focus = () => hasKeyboard() && scan.current?.focus()
  useEffect(() => {
    if (!over) {
      focus()
    }
  }, [over, basket])

  const enter = (text: string) => (isReceiptAddress(text) ? onReceipt(text) : adding.enter(text))
  useScanner((code) => {
    if (over?.kind === "pay" || over?.kind === "discount" || isBusy) {
      beep("bad")
      toast.warning(t("pos.finishFirst"))
      return
    }
    setOver(null)
    enter(code)
  })

  const isIdle = () => adding.typed === "" && hasLines
  const pay = (mode: PayMode) =>
    hasLines && (totalsOf(basket).total > 0 || mode === "cash") && setOver({ kind: "pay", mode })
  const step = (by: number) => {
    if (adding.found.length > 0) {
      adding.move(by)
    } else {
      setBasket((now) => choose(now, now.chosen + by))
    }
  }
  const count = (by: number) => {
    if (!isIdle()) {
      return false
    }
    setBasket((now) => setQuantity(now, now.lines[now.chosen].quantity + by))
  }
  useKeys(
    {
      F2: () => scan.current?.focus(),
      F4: () => mayDiscount && hasLines && setOver({ kind: "discount" }),
      F8: () => void pay("cash"),
      F9: () => void pay("card"),
      F10: () => void pay("split"),
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      "+": () => count(1),
      "=": () => count(1),
      "-": () => count(-1),
      Delete: () => (isIdle() ? setBasket(removeChosen) : false),
      Escape: () => {
        adding.type("")
        focus()
      },
    },
    () => over === null && !isWindowOpen()
  )

  // A letter typed anywhere belongs into the scan field: the focus moves before the letter lands.
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (isText && !inField && event.key !== " " && !isWindowOpen()) {
        scan.current?.focus()
      }
    }
    window.addEventListener("keydown", follow)
    return () => window.removeEventListener("keydown", follow)
  }, [])

  return (
    <div className="flex flex-col gap-3 lg:flex-row lg:items-start">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <ScanField
          ref={scan}
          value={adding.typed}
          taken={taken}
          onType={adding.type}
          onEnter={enter}
          onPick={adding.pick}
          found={adding.found}
          chosen={adding.chosen}
        />
        <div className="bg-ui-bg-base shadow-elevation-card-rest flex min-h-40 flex-col overflow-hidden rounded-lg lg:min-h-96">
          <BasketList
            basket={basket}
            taken={taken}
            onChoose={(index) => setBasket((now) => choose(now, index))}
            onQuantity={(index, quantity) => setBasket((now) => setQuantity(choose(now, index), quantity))}
            onRemove={(index) => setBasket((now) => removeChosen(choose(now, index)))}
          />
        </div>
      </div>
      <TotalPanel
        basket={basket}
        mayDiscount={mayDiscount}
        onDiscount={() => setOver({ kind: "discount" })}
        onPay={pay}
      />
      {over?.kind === "discount" && (
        <DiscountWindow
          basket={basket}
          onClose={() => setOver(null)}
          onChange={(next) => {
            setBasket(next)
            setOver(null)
          }}
        />
      )}
      {over?.kind === "pay" && (
        <PayWindow
          mode={over.mode}
          total={totalsOf(basket).total}
          isBusy={isBusy}
          onClose={() => !isBusy && setOver(null)}
          onPay={(paid, change) => void sell(paid, change)}
        />
      )}
      {over?.kind === "sold" && (
        <SoldWindow client_id={over.client_id} change={over.change} onNext={() => setOver(null)} />
      )}
      {over?.kind === "refused" && (
        <RefusedWindow
          result={over.result}
          onClose={() => setOver(null)}
          onFix={() => {
            setBasket(fixBasket(basket, over.result.problems ?? []))
            setOver(null)
          }}
        />
      )}
    </div>
  )
}
