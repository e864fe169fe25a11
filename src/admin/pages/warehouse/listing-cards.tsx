import { ReactNode } from "react"
import { Button, Checkbox, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { Price, PriceRange, Reserved, StockBadge, Thumb, Visibility } from "./bits"
import { InlineCell } from "./inline-cell"
import { worstStock } from "./lib/cells"
import { kindOf, nameIn } from "./lib/names"
import type { ListProps } from "./listing-table"
import type { Listing } from "./types"
import type { Cells, Line } from "./use-cells"

/** The warehouse on a telephone: a card for each of the goods, with numbers that change by a tap. */
export function ListingCards({ listings, ...rest }: ListProps) {
  const { t } = useText()
  return (
    <ul className="divide-y" aria-label={t("warehouse.title")}>
      {listings.map((listing) => (
        <Card key={listing.id} {...rest} listing={listing} />
      ))}
    </ul>
  )
}

function Card({
  listing,
  cells,
  selection,
  opened,
  onToggle,
}: Omit<ListProps, "listings"> & { listing: Listing }) {
  const { t, lang, number } = useText()
  const { can } = useCompany()
  const name = nameIn(lang, listing.name)
  const isSingle = listing.variants.length === 1
  const isOpen = opened.has(listing.id)
  return (
    <li className="flex flex-col gap-y-2 px-4 py-3">
      <div className="flex items-start gap-x-3">
        {selection && (
          <Checkbox
            aria-label={name}
            className="mt-1"
            checked={selection.has(listing.id)}
            onCheckedChange={() => selection.toggle(listing)}
          />
        )}
        <Thumb url={listing.thumbnail} size="large" />
        <div className="min-w-0 flex-1">
          <Link
            to={`/shop/warehouse/${listing.id}`}
            className="text-ui-fg-base txt-compact-medium-plus line-clamp-2 break-words"
          >
            {name}
          </Link>
          <Text size="xsmall" className="text-ui-fg-muted break-words">
            {isSingle
              ? (listing.variants[0].barcode ?? listing.category_name)
              : t("warehouse.kinds", { count: listing.variants.length })}
          </Text>
        </div>
        <Visibility listing={listing} isEditor={can("listing:write")} />
      </div>
      {isSingle ? (
        <NumberList cells={cells} line={{ listing, variant: listing.variants[0] }} />
      ) : (
        <>
          <div className="txt-compact-small flex items-center justify-between gap-x-2">
            <PriceRange listing={listing} />
            <div className="flex items-center gap-x-2">
              <StockBadge state={worstStock(listing)} />
              <span className="tabular-nums">{number(listing.stocked)}</span>
            </div>
          </div>
          <Button
            size="small"
            variant="secondary"
            aria-expanded={isOpen}
            onClick={() => onToggle(listing.id)}
          >
            {t(isOpen ? "warehouse.hideKinds" : "warehouse.showKinds")}
          </Button>
          {isOpen &&
            listing.variants.map((variant) => (
              <div key={variant.id} className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-md p-3">
                <Text size="small" weight="plus">
                  {kindOf(variant)}
                </Text>
                <NumberList cells={cells} line={{ listing, variant }} />
              </div>
            ))}
        </>
      )}
    </li>
  )
}

export function NumberList({ cells, line }: { cells: Cells; line: Line }) {
  const { t } = useText()
  const { can } = useCompany()
  const { variant } = line
  return (
    <dl className="grid grid-cols-2 gap-x-3">
      {can("listing:cost") &&
        (["cost", "markup_percent"] as const).map((field) => (
          <Fact key={field} label={t(`warehouse.fields.${field}`)}>
            <InlineCell cells={cells} line={line} field={field} />
          </Fact>
        ))}
      <Fact label={t("warehouse.fields.price")}>
        <Price line={line} cells={cells} />
      </Fact>
      <Fact label={t("warehouse.fields.stock")}>
        <InlineCell cells={cells} line={line} field="stock" />
        <StockBadge state={variant.stock_state} />
        <Reserved count={variant.reserved} />
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="txt-compact-xsmall text-ui-fg-muted">{label}</dt>
      <dd className="txt-compact-small flex min-h-9 flex-wrap items-center gap-x-3">{children}</dd>
    </div>
  )
}
