import { toast } from "@medusajs/ui"
import { api } from "../../../lib/api"
import { useText } from "../../../lib/text"
import { printHtml } from "../browser/print"
import type { Entry } from "../lib/queue"
import { slipHtml } from "../lib/slip"
import type { Sale } from "../lib/types"
import { useDesk } from "./use-desk"

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The receipt of a sale; it is issued with the sale, or, at worst, a moment later. */
async function receiptOf(sale: Sale): Promise<string | null> {
  let receipt = sale.receipt
  for (let attempt = 0; !receipt && sale.total > 0 && attempt < 4; attempt++) {
    await wait(700)
    receipt = (await api.get<{ sale: Sale }>(`/merchant/pos/sales/${sale.id}`)).sale.receipt
  }
  return receipt?.id ?? null
}

/** Printing of receipts, and of slips for what the server does not know yet. */
export function useReceipt() {
  const { t, lang, money, number, dateTime, explain } = useText()
  const { company } = useDesk()

  const printSale = async (sale: Sale): Promise<boolean> => {
    const id = await receiptOf(sale)
    if (id) {
      const page = await api.blob(`/merchant/receipts/${id}/html`, { lang, paper: "80mm" })
      await printHtml(await page.text())
    }
    return id !== null
  }

  const printSlip = (entry: Entry): Promise<void> => {
    const { request, titles, total } = entry
    const cash = request.payments.find(({ method }) => method === "cash")?.amount ?? 0
    const change = (request.tendered ?? cash) - cash
    const off = request.lines.reduce((sum, { discount = 0 }) => sum + discount, request.discount ?? 0)
    return printHtml(
      slipHtml({
        lang,
        title: t("pos.slip.title"),
        shop: company.name,
        notice: t("pos.slip.notice"),
        facts: [dateTime(request.sold_at), entry.member_name, entry.client_id.slice(0, 8)],
        lines: request.lines.map(({ variant_id, quantity, unit_price }) => ({
          title: titles[variant_id] ?? variant_id,
          sum: money(unit_price * quantity),
          detail: `${number(quantity)} × ${money(unit_price)}`,
        })),
        totals: [
          ...(off > 0 ? [{ label: t("pos.discount"), value: `−${money(off)}` }] : []),
          { label: t("words.total"), value: money(total), isStrong: true },
          ...request.payments.map(({ method, amount }) => ({
            label: t(`pos.${method}`),
            value: money(amount),
          })),
          ...(change > 0 ? [{ label: t("pos.change"), value: money(change) }] : []),
        ],
      })
    )
  }

  /** What can be printed of it: the receipt, or the slip as long as there is none. */
  const print = async (of: { sale?: Sale; entry?: Entry }): Promise<void> => {
    try {
      const isPrinted = of.sale ? await printSale(of.sale) : false
      if (!isPrinted && of.entry) {
        await printSlip(of.entry)
      } else if (!isPrinted) {
        toast.info(t("pos.noReceiptYet"))
      }
    } catch (error) {
      if (of.entry) {
        await printSlip(of.entry)
      } else {
        toast.error(explain(error))
      }
    }
  }
  return print
}
