import { Button, Drawer, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Fact } from "../../components/page"
import { Shown } from "../../components/states"
import { api, openBlob } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Fiscal } from "./index-page"
import { ReceiptWithLines } from "./lib/types"

/** One receipt: its lines, its fiscal state, and its prints. */
export function ReceiptDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const read = useApi<{ receipt: ReceiptWithLines }>(`/merchant/receipts/${id}`)
  const number = read.data?.receipt.number ?? ""
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("receipts.details", { number })}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          <Shown read={read}>{({ receipt }) => <Facts receipt={receipt} />}</Shown>
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap">
          <Prints id={id} />
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Facts({ receipt }: { receipt: ReceiptWithLines }) {
  const { t, money, dateTime, number } = useText()
  return (
    <div className="flex flex-col">
      <Fact label={t("receipts.kind")}>{t(`receipts.${receipt.kind}`)}</Fact>
      <Fact label={t("words.date")}>{dateTime(receipt.issued_at)}</Fact>
      <Fact label={t("receipts.order")}>
        <Link className="text-ui-fg-interactive" to={`/shop/orders/${receipt.order_id}`}>
          {receipt.short_code}
        </Link>
      </Fact>
      {receipt.sale_number && <Fact label={t("receipts.correctsSale")}>{receipt.sale_number}</Fact>}
      {receipt.reason && <Fact label={t("words.reason")}>{receipt.reason}</Fact>}
      <Fact label={t("receipts.fiscal")}>
        <Fiscal receipt={receipt} />
      </Fact>
      <Text size="small" weight="plus" className="border-t pb-1 pt-4">
        {t("receipts.lines")}
      </Text>
      <ul className="divide-y">
        {receipt.lines.map((line, index) => (
          <li key={index} className="flex justify-between gap-x-3 py-2">
            <Text size="small" className="min-w-0">
              {line.is_delivery ? t("receipts.delivery") : line.title}
              {line.quantity !== null && !line.is_delivery && (
                <span className="text-ui-fg-muted">{` × ${number(line.quantity)}`}</span>
              )}
            </Text>
            <Text size="small" className="whitespace-nowrap tabular-nums">
              {money(line.total)}
            </Text>
          </li>
        ))}
      </ul>
      <div className="border-t">
        {receipt.discount_total > 0 && (
          <Fact label={t("receipts.discount")}>{money(receipt.discount_total)}</Fact>
        )}
        {receipt.vat_total > 0 && <Fact label={t("receipts.vat")}>{money(receipt.vat_total)}</Fact>}
        <Fact label={t("words.total")}>
          <strong>{money(receipt.total)}</strong>
        </Fact>
      </div>
      <div className="flex flex-wrap gap-3 pt-2">
        <Outside href={receipt.verify_url} text={t("receipts.verify")} />
        {receipt.fiscal?.qr_code_url && (
          <Outside href={receipt.fiscal.qr_code_url} text={t("receipts.fiscalReceipt")} />
        )}
      </div>
    </div>
  )
}

function Outside({ href, text }: { href: string; text: string }) {
  return (
    <a className="text-ui-fg-interactive txt-small" href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}

const FORMATS = [
  { key: "narrow", path: "html", paper: "80mm" },
  { key: "page", path: "html", paper: undefined },
  { key: "pdf", path: "pdf", paper: undefined },
] as const

function Prints({ id }: { id: string }) {
  const { t, lang } = useText()
  const open = useAct(async ({ path, paper }: (typeof FORMATS)[number]) =>
    openBlob(await api.blob(`/merchant/receipts/${id}/${path}`, { lang, paper }))
  )
  return FORMATS.map((format) => (
    <Button
      key={format.key}
      size="small"
      variant="secondary"
      disabled={open.isPending}
      onClick={() => open.mutate(format)}
    >
      {t(`receipts.${format.key}`)}
    </Button>
  ))
}
