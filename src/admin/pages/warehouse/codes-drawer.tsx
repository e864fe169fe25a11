import { FormEvent, useState } from "react"
import { Button, Drawer } from "@medusajs/ui"
import { isEan } from "../../../lib/barcode"
import { TextField } from "../../components/field"
import { useText } from "../../lib/text"
import { kindOf, nameIn } from "./lib/names"
import { isShopCode } from "./lib/new-variant"
import { stockOf } from "./lib/numbers"
import type { ListingDetail, Variant } from "./types"
import { useChange } from "./use-change"

/** Barcode, shop code and the number from which stock counts as low: what changes rarely. */
export function CodesDrawer({
  listing,
  variant,
  onClose,
}: {
  listing: ListingDetail
  variant: Variant | null
  onClose: () => void
}) {
  const { t, lang } = useText()
  return (
    <Drawer open={!!variant} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("warehouse.codes.title")}</Drawer.Title>
          <Drawer.Description>
            {variant && listing.variants.length > 1 ? kindOf(variant) : nameIn(lang, listing.name)}
          </Drawer.Description>
        </Drawer.Header>
        {variant && <CodesForm key={variant.id} listing={listing} variant={variant} onClose={onClose} />}
      </Drawer.Content>
    </Drawer>
  )
}

function CodesForm({
  listing,
  variant,
  onClose,
}: {
  listing: ListingDetail
  variant: Variant
  onClose: () => void
}) {
  const { t } = useText()
  const change = useChange()
  const [barcode, setBarcode] = useState(variant.barcode ?? "")
  const [shopCode, setShopCode] = useState(variant.shop_code ?? "")
  const [low, setLow] = useState(String(variant.low_stock))
  const [isSaving, setSaving] = useState(false)
  const isBarcodeWrong = !!barcode.trim() && !isEan(barcode.trim())
  const isCodeWrong = !!shopCode.trim() && !isShopCode(shopCode.trim())
  const isLowWrong = !!low.trim() && stockOf(low) === null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    const low_stock = low.trim() ? stockOf(low) : null
    const isDone = await change({
      id: listing.id,
      patch: {
        variants: [
          {
            id: variant.id,
            barcode: barcode.trim() || null,
            shop_code: shopCode.trim() || null,
            ...(low_stock !== variant.low_stock && { low_stock }),
          },
        ],
      },
      said: t("words.saved"),
    })
    setSaving(false)
    if (isDone) {
      onClose()
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        <TextField
          label={t("warehouse.fields.barcode")}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          maxLength={13}
          value={barcode}
          error={isBarcodeWrong ? t("warehouse.wrong.barcode") : undefined}
          onText={setBarcode}
        />
        <TextField
          label={t("warehouse.fields.shop_code")}
          hint={t("warehouse.codes.shopCodeHint")}
          autoComplete="off"
          maxLength={20}
          value={shopCode}
          error={isCodeWrong ? t("warehouse.wrong.shopCode") : undefined}
          onText={setShopCode}
        />
        <TextField
          label={t("warehouse.codes.low")}
          hint={t("warehouse.codes.lowHint")}
          inputMode="numeric"
          autoComplete="off"
          value={low}
          error={isLowWrong ? t("warehouse.wrong.stock") : undefined}
          onText={setLow}
        />
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("words.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          type="submit"
          size="small"
          disabled={isBarcodeWrong || isCodeWrong || isLowWrong}
          isLoading={isSaving}
        >
          {t("words.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
