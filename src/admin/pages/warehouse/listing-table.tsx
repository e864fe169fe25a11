import { Fragment } from "react"
import { Checkbox, clx, IconButton, Table, Text } from "@medusajs/ui"
import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { Price, PriceRange, Reserved, StockBadge, Thumb, Visibility } from "./bits"
import { InlineCell } from "./inline-cell"
import { worstStock } from "./lib/cells"
import { kindOf, nameIn } from "./lib/names"
import type { Selection } from "./selection"
import type { Listing } from "./types"
import type { Cells, Line } from "./use-cells"

export type ListProps = {
  listings: Listing[]
  cells: Cells
  /** Nobody selects who may change nothing. */
  selection: Selection | null
  opened: Set<string>
  onToggle: (id: string) => void
}

/** The warehouse on a screen: a row for each of the goods, and under it its kinds. */
export function ListingTable({ listings, selection, ...rest }: ListProps) {
  const { t } = useText()
  const { can } = useCompany()
  const showsCost = can("listing:cost")
  const columns = [
    ...(showsCost ? (["cost", "markup_percent"] as const) : []),
    "price",
    "stock",
    "barcode",
    "visibility",
  ] as const
  return (
    <div className="overflow-x-auto">
      <Table aria-label={t("warehouse.title")}>
        <Table.Header>
          <Table.Row>
            {selection && (
              <Table.HeaderCell className="w-8">
                <Checkbox
                  aria-label={t("words.all")}
                  checked={selection.hasAll(listings)}
                  onCheckedChange={() => selection.toggleAll(listings)}
                />
              </Table.HeaderCell>
            )}
            <Table.HeaderCell>{t("warehouse.fields.name")}</Table.HeaderCell>
            {columns.map((column) => (
              <Table.HeaderCell
                key={column}
                className={clx("whitespace-nowrap !pr-4", {
                  "text-end": column !== "barcode" && column !== "visibility",
                  // As wide as an open cell, so that nothing moves when one is opened.
                  "min-w-28": column === "cost" || column === "markup_percent",
                })}
              >
                {t(`warehouse.fields.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {listings.map((listing) => (
            <Rows key={listing.id} {...rest} listing={listing} selection={selection} showsCost={showsCost} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

type RowProps = Omit<ListProps, "listings"> & { listing: Listing; showsCost: boolean }

function Rows({ listing, cells, selection, opened, onToggle, showsCost }: RowProps) {
  const { t, lang, number } = useText()
  const { can } = useCompany()
  const name = nameIn(lang, listing.name)
  const isSingle = listing.variants.length === 1
  const isOpen = opened.has(listing.id)
  const line = { listing, variant: listing.variants[0] }
  const reserved = listing.stocked - listing.available
  return (
    <Fragment>
      <Table.Row>
        {selection && (
          <Table.Cell>
            <Checkbox
              aria-label={name}
              checked={selection.has(listing.id)}
              onCheckedChange={() => selection.toggle(listing)}
            />
          </Table.Cell>
        )}
        <Table.Cell className="min-w-52 py-1.5">
          <div className="flex items-center gap-x-3">
            <Thumb url={listing.thumbnail} />
            <div className="min-w-0 flex-1">
              <Link
                to={`/shop/warehouse/${listing.id}`}
                className="text-ui-fg-base txt-compact-small-plus hover:text-ui-fg-interactive line-clamp-2"
              >
                {name}
              </Link>
              {listing.category_name && (
                <Text size="xsmall" className="text-ui-fg-muted">
                  {listing.category_name}
                </Text>
              )}
            </div>
            {!isSingle && (
              <IconButton
                size="small"
                variant="transparent"
                aria-expanded={isOpen}
                aria-label={`${name}: ${t("warehouse.kinds", { count: listing.variants.length })}`}
                onClick={() => onToggle(listing.id)}
              >
                {isOpen ? <ChevronDownMini /> : <ChevronRightMini />}
              </IconButton>
            )}
          </div>
        </Table.Cell>
        {isSingle ? (
          <NumberCells cells={cells} line={line} showsCost={showsCost} />
        ) : (
          <>
            {showsCost && (
              <>
                <Table.Cell />
                <Table.Cell />
              </>
            )}
            <Table.Cell className="!pr-4 text-end">
              <PriceRange listing={listing} />
            </Table.Cell>
            <Table.Cell className="!pr-4 text-end">
              <div className="flex items-center justify-end gap-x-2">
                <StockBadge state={worstStock(listing)} />
                <div className="flex flex-col items-end">
                  <span className="tabular-nums">{number(listing.stocked)}</span>
                  <Reserved count={reserved} />
                </div>
              </div>
            </Table.Cell>
            <Table.Cell className="text-ui-fg-muted !pr-4">
              {t("warehouse.kinds", { count: listing.variants.length })}
            </Table.Cell>
          </>
        )}
        <Table.Cell>
          <Visibility listing={listing} isEditor={can("listing:write")} />
        </Table.Cell>
      </Table.Row>
      {!isSingle &&
        isOpen &&
        listing.variants.map((variant) => (
          <Table.Row key={variant.id} className="bg-ui-bg-subtle">
            {selection && <Table.Cell />}
            <Table.Cell className="!pl-16">{kindOf(variant)}</Table.Cell>
            <NumberCells cells={cells} line={{ listing, variant }} showsCost={showsCost} />
            <Table.Cell />
          </Table.Row>
        ))}
    </Fragment>
  )
}

/** The cells of one kind: cost, markup, price, stock, barcode. */
export function NumberCells({ cells, line, showsCost }: { cells: Cells; line: Line; showsCost: boolean }) {
  const { variant } = line
  return (
    <>
      {showsCost &&
        (["cost", "markup_percent"] as const).map((field) => (
          <Table.Cell key={field} className="!pr-4 text-end">
            <InlineCell cells={cells} line={line} field={field} />
          </Table.Cell>
        ))}
      <Table.Cell className="!pr-4 text-end">
        <Price line={line} cells={cells} />
      </Table.Cell>
      <Table.Cell className="!pr-4 text-end">
        <div className="flex items-center justify-end gap-x-2">
          <StockBadge state={variant.stock_state} />
          <div className="flex flex-col items-end">
            <InlineCell cells={cells} line={line} field="stock" />
            <Reserved count={variant.reserved} />
          </div>
        </div>
      </Table.Cell>
      <Table.Cell className="!pr-4 font-mono text-xs">
        {variant.barcode ?? variant.shop_code ?? "—"}
      </Table.Cell>
    </>
  )
}
