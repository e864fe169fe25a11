import { FormEvent, useState } from "react"
import { Button, Drawer, Text } from "@medusajs/ui"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { NEW_VARIANT, NewVariant, variantBody, WrongVariant, wrongVariant } from "./lib/new-variant"
import { PriceFields } from "./price-fields"
import type { ListingDetail } from "./types"
import { LISTINGS } from "./use-change"

type Props = { listing: ListingDetail; isOpen: boolean; onClose: () => void }

/** One more kind of the goods, with a value of every option; a new option may come with it. */
export function AddVariantDrawer({ listing, isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Drawer open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("warehouse.variants.add")}</Drawer.Title>
          <Drawer.Description>
            {t(listing.options.length ? "warehouse.variants.hint" : "warehouse.variants.firstHint")}
          </Drawer.Description>
        </Drawer.Header>
        {isOpen && <AddForm listing={listing} onClose={onClose} />}
      </Drawer.Content>
    </Drawer>
  )
}

function AddForm({ listing, onClose }: Omit<Props, "isOpen">) {
  const { t } = useText()
  const { options, variants } = listing
  const [first] = variants
  const [typed, setTyped] = useState<NewVariant>({
    ...NEW_VARIANT,
    cost: String(first.cost ?? ""),
    markup: String(first.markup_percent ?? ""),
  })
  const [wrong, setWrong] = useState<WrongVariant>({})
  const [isNewOption, setNewOption] = useState(options.length === 0)
  const type = (change: Partial<NewVariant>) => {
    setTyped({ ...typed, ...change })
    setWrong({})
  }
  const add = useAct(
    () =>
      api.post<{ listing: ListingDetail }>(`${LISTINGS}/${listing.id}/variants`, variantBody(typed, options)),
    t("words.saved"),
    { onSuccess: onClose }
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = wrongVariant(typed, options)
    setWrong(found)
    if (Object.keys(found).length === 0) {
      add.mutate()
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        {options.map(({ title, values }, index) => (
          <TextField
            key={title}
            label={title}
            hint={t("warehouse.variants.known", { values: values.join(", ") })}
            autoFocus={index === 0}
            autoComplete="off"
            maxLength={100}
            value={typed.values[title] ?? ""}
            onText={(value) => type({ values: { ...typed.values, [title]: value } })}
          />
        ))}
        {isNewOption ? (
          <NewOption typed={typed} isFirst={options.length === 0} onType={type} />
        ) : (
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="w-fit"
            onClick={() => setNewOption(true)}
          >
            {t("warehouse.variants.newOption")}
          </Button>
        )}
        {wrong.options && (
          <Text size="small" className="text-ui-fg-error" role="alert">
            {t("warehouse.wrong.options")}
          </Text>
        )}
        <PriceFields typed={typed} wrong={wrong} onType={type} />
        <TextField
          label={t("warehouse.fields.shop_code")}
          autoComplete="off"
          maxLength={20}
          value={typed.shop_code}
          error={wrong.shop_code && t("warehouse.wrong.shopCode")}
          onText={(shop_code) => type({ shop_code })}
        />
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("words.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={add.isPending}>
          {t("words.add")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

function NewOption({
  typed,
  isFirst,
  onType,
}: {
  typed: NewVariant
  isFirst: boolean
  onType: (change: Partial<NewVariant>) => void
}) {
  const { t } = useText()
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-3 rounded-md p-3">
      <TextField
        label={t("warehouse.variants.optionName")}
        hint={t("warehouse.variants.optionHint")}
        autoFocus
        autoComplete="off"
        maxLength={50}
        value={typed.newOption}
        onText={(newOption) => onType({ newOption })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("warehouse.variants.newValue")}
          autoComplete="off"
          maxLength={100}
          value={typed.newValue}
          onText={(newValue) => onType({ newValue })}
        />
        <TextField
          label={t(isFirst ? "warehouse.variants.oldValue" : "warehouse.variants.oldValues")}
          autoComplete="off"
          maxLength={100}
          value={typed.existingValue}
          onText={(existingValue) => onType({ existingValue })}
        />
      </div>
    </div>
  )
}
