import { Button, Text } from "@medusajs/ui"
import { DocumentText, ReceiptPercent } from "@medusajs/icons"
import { Section } from "../../../components/page"
import { api, openBlob } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Order } from "../lib/types"

/** The papers of an order, opened to be looked at or printed. */
export function DocumentsSection({ order }: { order: Order }) {
  const { t, lang } = useText()
  const open = useAct(async (path: string) => openBlob(await api.blob(path, { lang })))
  return (
    <Section title={t("orders.documents")}>
      <div className="flex flex-col items-start gap-y-2">
        {order.receipts.map(({ id, kind, number }) => (
          <Button
            key={id}
            size="small"
            variant="secondary"
            className="max-w-full"
            onClick={() => open.mutate(`/merchant/receipts/${id}/pdf`)}
          >
            <ReceiptPercent />
            <span className="truncate">{t(`orders.receipts.${kind}`, { number })}</span>
          </Button>
        ))}
        {order.receipts.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("orders.noReceipt")}
          </Text>
        )}
        <Button
          size="small"
          variant="secondary"
          onClick={() => open.mutate(`/merchant/orders/${order.id}/invoice`)}
        >
          <DocumentText />
          {t("orders.invoice")}
        </Button>
      </div>
    </Section>
  )
}
