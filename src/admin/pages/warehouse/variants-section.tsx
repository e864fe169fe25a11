import { useState } from "react"
import { Button, IconButton, Prompt, Table, Text } from "@medusajs/ui"
import { PencilSquare, Trash } from "@medusajs/icons"
import { Section } from "../../components/page"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { AddVariantDrawer } from "./add-variant-drawer"
import { CodesDrawer } from "./codes-drawer"
import { ConflictPrompt } from "./conflict-prompt"
import { kindOf, nameIn } from "./lib/names"
import { NumberList } from "./listing-cards"
import { NumberCells } from "./listing-table"
import type { ListingDetail, Variant } from "./types"
import { useCells } from "./use-cells"
import { LISTINGS } from "./use-change"
import { useIsWide } from "./use-is-wide"

/** The kinds of the goods with their numbers and codes: added, changed, taken away. */
export function VariantsSection({ listing, isReadOnly }: { listing: ListingDetail; isReadOnly: boolean }) {
  const { t, lang } = useText()
  const { can } = useCompany()
  const isWide = useIsWide()
  const cells = useCells(listing.variants.map((variant) => ({ listing, variant })))
  const [isAdding, setAdding] = useState(false)
  const [coded, setCoded] = useState<Variant | null>(null)
  const isSingle = listing.variants.length === 1
  const showsCost = can("listing:cost")
  const nameOf = (variant: Variant) => (isSingle ? nameIn(lang, listing.name) : kindOf(variant))
  const buttons = (variant: Variant) => (
    <div className="flex justify-end gap-x-1">
      <IconButton
        size="small"
        variant="transparent"
        aria-label={`${nameOf(variant)}: ${t("warehouse.codes.title")}`}
        onClick={() => setCoded(variant)}
      >
        <PencilSquare />
      </IconButton>
      {!isSingle && <RemoveVariant listing={listing} variant={variant} />}
    </div>
  )
  return (
    <Section
      title={t(isSingle ? "warehouse.numbers" : "warehouse.variants.title")}
      padded={false}
      actions={
        !isReadOnly &&
        showsCost && (
          <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
            {t("warehouse.variants.add")}
          </Button>
        )
      }
    >
      {isWide ? (
        <div className="overflow-x-auto">
          <Table aria-label={t("warehouse.variants.title")}>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("warehouse.variants.kind")}</Table.HeaderCell>
                {[
                  ...(showsCost ? (["cost", "markup_percent"] as const) : []),
                  "price" as const,
                  "stock" as const,
                ].map((column) => (
                  <Table.HeaderCell key={column} className="whitespace-nowrap !pr-4 text-end">
                    {t(`warehouse.fields.${column}`)}
                  </Table.HeaderCell>
                ))}
                <Table.HeaderCell className="!pr-4">{t("warehouse.fields.barcode")}</Table.HeaderCell>
                {!isReadOnly && <Table.HeaderCell />}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {listing.variants.map((variant) => (
                <Table.Row key={variant.id}>
                  <Table.Cell className="text-ui-fg-base">{isSingle ? "—" : kindOf(variant)}</Table.Cell>
                  <NumberCells cells={cells} line={{ listing, variant }} showsCost={showsCost} />
                  {!isReadOnly && <Table.Cell>{buttons(variant)}</Table.Cell>}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : (
        <ul className="divide-y">
          {listing.variants.map((variant) => (
            <li key={variant.id} className="flex flex-col gap-y-1 px-4 py-3">
              <div className="flex items-center justify-between gap-x-2">
                <div>
                  {!isSingle && (
                    <Text size="small" weight="plus">
                      {kindOf(variant)}
                    </Text>
                  )}
                  <Text size="xsmall" className="text-ui-fg-muted">
                    {variant.barcode ?? variant.shop_code ?? t("warehouse.labels.noCode")}
                  </Text>
                </div>
                {!isReadOnly && buttons(variant)}
              </div>
              <NumberList cells={cells} line={{ listing, variant }} />
            </li>
          ))}
        </ul>
      )}
      <ConflictPrompt cells={cells} />
      <AddVariantDrawer listing={listing} isOpen={isAdding} onClose={() => setAdding(false)} />
      <CodesDrawer listing={listing} variant={coded} onClose={() => setCoded(null)} />
    </Section>
  )
}

function RemoveVariant({ listing, variant }: { listing: ListingDetail; variant: Variant }) {
  const { t } = useText()
  const kind = kindOf(variant)
  const remove = useAct(
    () => api.delete(`${LISTINGS}/${listing.id}/variants/${variant.id}`),
    t("warehouse.variants.removed", { kind })
  )
  return (
    <Prompt>
      <Prompt.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={`${kind}: ${t("words.delete")}`}
          isLoading={remove.isPending}
        >
          <Trash />
        </IconButton>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("words.confirmTitle")}</Prompt.Title>
          <Prompt.Description>{t("warehouse.variants.removeQuestion", { kind })}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel>{t("words.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={() => remove.mutate()}>{t("words.delete")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
