import { FormEvent, useState } from "react"
import { Button, Drawer, Label, Switch, Text, toast } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { CategoryChoice } from "./category-choice"
import { bodyOf, NEW_GOODS, nextGoods, Wrong, wrongOf } from "./lib/new-goods"
import { Pictures } from "./pictures"
import { PriceFields } from "./price-fields"
import type { Image, ListingDetail } from "./types"
import { LISTINGS, SAID_AT } from "./use-change"

/** New goods in as few fields as selling needs; the rest is on the page of the goods, later. */
export function CreateDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText()
  return (
    <Drawer open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("warehouse.new.title")}</Drawer.Title>
          <Drawer.Description>{t("warehouse.new.hint")}</Drawer.Description>
        </Drawer.Header>
        {isOpen && <CreateForm onClose={onClose} />}
      </Drawer.Content>
    </Drawer>
  )
}

function CreateForm({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const navigate = useNavigate()
  // A new round makes the name field anew, and with it takes the focus back there.
  const [round, setRound] = useState(0)
  const [typed, setTyped] = useState(NEW_GOODS)
  const [images, setImages] = useState<Image[]>([])
  const [wrong, setWrong] = useState<Wrong>({})
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change })
    setWrong({})
  }
  const create = useAct(
    () =>
      api.post<{ listing: ListingDetail }>(
        LISTINGS,
        bodyOf({ ...typed, images: images.map(({ url }) => url) })
      ),
    undefined,
    {
      onError: ({ code }) => setWrong(code === "LISTING_BARCODE_TAKEN" ? { barcode: "barcodeTaken" } : {}),
    }
  )
  const save = async (isMore: boolean) => {
    const found = wrongOf(typed)
    setWrong(found)
    const isSound = Object.keys(found).length === 0
    const answer = isSound ? await create.mutateAsync().catch(() => null) : null
    if (!answer) {
      return
    }
    toast.success(t("warehouse.new.done", { name: answer.listing.name.uz }), {
      position: SAID_AT,
      action: {
        label: t("words.open"),
        altText: t("words.open"),
        onClick: () => navigate(`/shop/warehouse/${answer.listing.id}`),
      },
    })
    if (isMore) {
      setTyped(nextGoods(typed))
      setImages([])
      setRound(round + 1)
    } else {
      onClose()
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(false)
  }
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        <TextField
          key={round}
          label={t("warehouse.fields.nameUz")}
          autoFocus
          autoComplete="off"
          maxLength={300}
          value={typed.name}
          error={wrong.name && t("warehouse.wrong.name")}
          onText={(name) => type({ name })}
        />
        <PriceFields typed={typed} wrong={wrong} onType={type} />
        <div className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("warehouse.fields.category")}
          </Text>
          <CategoryChoice
            value={typed.category_id}
            emptyLabel={t("warehouse.noCategory")}
            onChoose={(category_id) => type({ category_id })}
          />
        </div>
        <div className="flex items-center gap-x-2">
          <Switch
            id="new-visible"
            checked={typed.is_visible}
            onCheckedChange={(is_visible) => type({ is_visible })}
          />
          <Label size="small" htmlFor="new-visible">
            {t("warehouse.isVisible")}
          </Label>
        </div>
        <Pictures images={images} onChange={setImages} />
      </Drawer.Body>
      <Drawer.Footer className="flex-wrap">
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary" className="me-auto">
            {t("words.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={create.isPending}
          onClick={() => void save(true)}
        >
          {t("warehouse.new.more")}
        </Button>
        <Button type="submit" size="small" isLoading={create.isPending}>
          {t("words.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
