import { useState } from "react"
import { Button } from "@medusajs/ui"
import { Link, useSearchParams } from "react-router-dom"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { Empty, Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { BulkBar } from "./bulk-bar"
import { ConflictPrompt } from "./conflict-prompt"
import { CreateDrawer } from "./create-drawer"
import { FiltersBar } from "./filters-bar"
import { LabelsDrawer } from "./labels-drawer"
import { Filters, isNarrowed, queryOf, readFilters, writeFilters } from "./lib/filters"
import { ListingCards } from "./listing-cards"
import { ListingTable } from "./listing-table"
import { useSelection } from "./selection"
import type { Listing, ListingsPage } from "./types"
import { useCells } from "./use-cells"
import { LISTINGS } from "./use-change"
import { useIsWide } from "./use-is-wide"

/** The warehouse: what the company sells, for how much, and how much is left. */
export default function IndexPage() {
  const { t, number } = useText()
  const { can } = useCompany()
  const [params, setParams] = useSearchParams()
  const [labels, setLabels] = useState<Listing[] | null>(null)
  const selection = useSelection()
  const filters = readFilters(params)
  const read = useApi<ListingsPage>(LISTINGS, queryOf(filters))
  const isEditor = can("listing:write")
  const setFilters = (next: Filters) => setParams(writeFilters(next, params), { replace: true })
  const setNew = (isNew: boolean) => {
    const next = new URLSearchParams(params)
    next[isNew ? "set" : "delete"]("new", "1")
    setParams(next, { replace: true })
  }
  const newButton = can("listing:cost") && isEditor && (
    <Button size="small" onClick={() => setNew(true)}>
      {t("warehouse.new.title")}
    </Button>
  )
  const importButton = isEditor && (
    <Button size="small" variant="secondary" asChild>
      <Link to="/shop/import">{t("shell.nav.import")}</Link>
    </Button>
  )
  return (
    <Page
      title={t("warehouse.title")}
      hint={read.data && t("warehouse.count", { count: number(read.data.count) })}
      actions={
        <>
          {importButton}
          {newButton}
        </>
      }
    >
      <Section padded={false}>
        <FiltersBar filters={filters} onChange={setFilters} />
        <div className="border-t" aria-busy={read.isFetching}>
          <Shown read={read} rows={8}>
            {({ listings, count, offset, limit }) =>
              listings.length > 0 ? (
                <>
                  <Goods listings={listings} selection={selection} />
                  <Pager
                    count={count}
                    offset={offset}
                    limit={limit}
                    onMove={(offset) => setFilters({ ...filters, offset })}
                  />
                </>
              ) : isNarrowed(filters) || offset > 0 ? (
                <Empty text={t("words.nothingFound")} hint={t("warehouse.nothingFoundHint")} />
              ) : (
                <Empty text={t("warehouse.empty")} hint={isEditor ? t("warehouse.emptyHint") : undefined}>
                  <div className="flex flex-wrap justify-center gap-2">
                    {newButton}
                    {importButton}
                  </div>
                </Empty>
              )
            }
          </Shown>
        </div>
      </Section>
      <BulkBar selection={selection} onLabels={() => setLabels(selection.listings)} />
      <LabelsDrawer listings={labels} onClose={() => setLabels(null)} />
      <CreateDrawer isOpen={params.has("new") && isEditor} onClose={() => setNew(false)} />
    </Page>
  )
}

function Goods({ listings, selection }: { listings: Listing[]; selection: ReturnType<typeof useSelection> }) {
  const isWide = useIsWide()
  const [opened, setOpened] = useState<Set<string>>(new Set())
  const lines = listings
    .filter(({ id, variants }) => variants.length === 1 || opened.has(id))
    .flatMap((listing) => listing.variants.map((variant) => ({ listing, variant })))
  const cells = useCells(lines)
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) {
      next.add(id)
    }
    setOpened(next)
  }
  const List = isWide ? ListingTable : ListingCards
  return (
    <>
      <List listings={listings} cells={cells} selection={selection} opened={opened} onToggle={toggle} />
      <ConflictPrompt cells={cells} />
    </>
  )
}
