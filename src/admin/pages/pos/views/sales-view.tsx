import { useEffect, useRef, useState } from "react"
import { Input, Text } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { DataList, type Column } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Shown } from "../../../components/states"
import { StatePill } from "../../../components/state-pill"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { useScanner } from "../hooks/use-scanner"
import type { Sale } from "../lib/types"
import { SaleWindow } from "../parts/sale-window"
import { findReceipt } from "../browser/find-receipt"
import { toast } from "@medusajs/ui"

const LIMIT = 20
type Answer = { sales: Sale[]; count: number; offset: number; limit: number }

/** Sales of the shift, or of anybody when a receipt is searched; from here goods come back and reviews are settled. */
export function SalesView({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { t, money, dateTime, explain } = useText()
  const { shift, isOnline, sums } = useDesk()
  const [q, setQ] = useState("")
  const [status, setStatus] = useState("")
  const [offset, setOffset] = useState(0)
  const [open, setOpen] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const shiftId = q || status === "review" ? undefined : shift.shift?.id
  const read = useApi<Answer>("/merchant/pos/sales", { q, status, shift_id: shiftId, limit: LIMIT, offset })

  const search = async (typed: string) => {
    try {
      const { q: words, sale } = await findReceipt(typed)
      setQ(words)
      setOffset(0)
      if (sale) {
        setOpen(sale.id)
      } else if (words) {
        toast.info(t("pos.receiptNotFound"))
      }
    } catch (error) {
      toast.error(explain(error))
    }
  }
  useScanner((scanned) => void search(scanned))
  useEffect(() => {
    if (code) {
      onCode("")
      void search(code)
    }
  }, [code])
  useEffect(() => {
    if (!open) {
      field.current?.focus()
    }
  }, [open])
  const { refetch } = read
  useEffect(() => void refetch(), [sums.waiting, refetch])

  const columns: Array<Column<Sale>> = [
    { key: "time", title: t("words.date"), value: ({ sold_at }) => dateTime(sold_at) },
    {
      key: "number",
      title: t("pos.receipt"),
      value: ({ receipt, short_code }) => receipt?.number ?? short_code ?? "—",
    },
    { key: "who", title: t("pos.cashier"), value: ({ member_name }) => member_name, isSmallHidden: true },
    {
      key: "how",
      title: t("pos.paidBy"),
      value: ({ payments }) => payments.map(({ method }) => t(`pos.${method}`)).join(" + "),
    },
    { key: "total", title: t("words.total"), value: ({ total }) => money(total), align: "end" },
    { key: "status", title: t("words.status"), value: (sale) => <SaleState sale={sale} /> },
  ]
  return (
    <Section
      padded={false}
      title={t("pos.salesTitle")}
      hint={q || status === "review" ? t("pos.allSales") : t("pos.shiftSales")}
    >
      <form
        className="flex flex-wrap items-end gap-3 px-4 py-3 md:px-6"
        onSubmit={(event) => {
          event.preventDefault()
          void search(field.current!.value)
        }}
      >
        <div className="min-w-60 flex-1">
          <Input
            ref={field}
            data-scan
            type="search"
            aria-label={t("pos.receiptSearch")}
            placeholder={t("pos.receiptSearch")}
          />
        </div>
        <div className="min-w-44">
          <Choice
            label={t("words.status")}
            value={status}
            emptyLabel={t("words.all")}
            options={(["done", "review", "dropped"] as const).map((value) => ({
              value,
              label: t(`pos.entry.${value}`),
            }))}
            onChoose={(value) => {
              setStatus(value)
              setOffset(0)
            }}
          />
        </div>
      </form>
      {!isOnline && (
        <Text size="small" className="text-ui-tag-orange-text px-4 py-3 md:px-6">
          {t("pos.needsLink")}
        </Text>
      )}
      <Shown read={read}>
        {(data) => (
          <>
            <DataList
              rows={data.sales}
              columns={columns}
              idOf={({ id }) => id}
              label={t("pos.salesTitle")}
              onOpen={({ id }) => setOpen(id)}
            />
            <Pager {...data} onMove={setOffset} />
          </>
        )}
      </Shown>
      {open && <SaleWindow id={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function SaleState({ sale }: { sale: Sale }) {
  const { t } = useText()
  const back = sale.returns.some(({ status }) => status === "done")
  return sale.status === "done" && back ? (
    <StatePill state="returned" label={t("pos.returned")} />
  ) : (
    <StatePill state={sale.status} label={t(`pos.entry.${sale.status}`)} />
  )
}
