import { useState } from "react"
import { toast } from "@medusajs/ui"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { Cell, CellField, cellsOf, neighbour, parseCell, patchOf, typedOf, valueOf } from "./lib/cells"
import { kindOf, nameIn } from "./lib/names"
import type { Listing, ListingDetail, Variant } from "./types"
import { LISTINGS, useChange, useRemember } from "./use-change"

/** A variant with the goods that it is a kind of: one line of numbers. */
export type Line = { listing: Listing; variant: Variant }
/** Stock that somebody else changed while this person was typing. */
export type Conflict = Line & { wanted: number; now: number }

const keyOf = ({ variantId, field }: Cell) => `${variantId}.${field}`

/**
 * Numbers changed in place: which cell is open, what is typed there, and what is on its way to the server.
 * @param lines what can be seen, in the order in which Tab walks it
 */
export function useCells(lines: Line[]) {
  const { can } = useCompany()
  const { t, lang, number, money, percent } = useText()
  const change = useChange()
  const remember = useRemember()
  const [editing, setEditing] = useState<Cell | null>(null)
  const [typed, setTyped] = useState("")
  const [pending, setPending] = useState<Record<string, number>>({})
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const may = { price: can("listing:write") && can("listing:cost"), stock: can("listing:write") }
  const lineOf = (cell: Cell) => lines.find(({ variant }) => variant.id === cell.variantId)
  const shownValue = (line: Line, field: CellField) =>
    pending[keyOf({ variantId: line.variant.id, field })] ?? valueOf(line.variant, field)
  const said = (field: CellField, value: number) =>
    field === "cost" ? money(value) : field === "stock" ? number(value) : percent(value)

  const open = (cell: Cell) => {
    const line = lineOf(cell)
    if (line && line.listing.status === "active") {
      setEditing(cell)
      setTyped(typedOf(shownValue(line, cell.field)))
    }
  }

  /** The stock was not what this person saw: read it anew and ask. */
  const ask = async (line: Line, wanted: number) => {
    const { listing } = await api.get<{ listing: ListingDetail }>(`${LISTINGS}/${line.listing.id}`)
    remember(listing)
    const variant = listing.variants.find(({ id }) => id === line.variant.id)
    if (variant && variant.stocked !== wanted) {
      setConflict({ listing, variant, wanted, now: variant.stocked })
    }
  }

  const save = async (line: Line, field: CellField, value: number, was: number) => {
    const { listing, variant } = line
    const key = keyOf({ variantId: variant.id, field })
    setPending((all) => ({ ...all, [key]: value }))
    const kind = listing.variants.length > 1 ? ` (${kindOf(variant)})` : ""
    await change({
      id: listing.id,
      patch: { variants: [patchOf(variant.id, field, value, was)] },
      back: { variants: [patchOf(variant.id, field, was, value)] },
      said: t("warehouse.changed", {
        name: `${nameIn(lang, listing.name)}${kind}`,
        field: t(`warehouse.fields.${field}`),
        from: said(field, was),
        to: said(field, value),
      }),
      onFailure: (error, patch) => {
        const [{ stock }] = (patch as { variants: Array<{ stock?: number }> }).variants
        if (error.code !== "LISTING_STOCK_CHANGED" || stock === undefined) {
          return false
        }
        void ask(line, stock).catch(() => toast.error(t("errors.unknown")))
        return true
      },
    })
    setPending(({ [key]: _done, ...others }) => others)
  }

  /** Saves what is typed and goes `step` cells on; what is no number is refused, and its cell stays open. */
  const commit = (step: -1 | 0 | 1): "refused" | "left" | "moved" => {
    const line = editing && lineOf(editing)
    const value = editing && parseCell(editing.field, typed)
    if (!line || value === null) {
      return "refused"
    }
    const variants = lines.filter(({ listing }) => listing.status === "active").map(({ variant }) => variant)
    const next = step === 0 ? null : neighbour(cellsOf(variants, may), editing, step)
    const was = shownValue(line, editing.field)
    setEditing(null)
    if (next) {
      open(next)
    }
    if (was !== undefined && value !== was) {
      void save(line, editing.field, value, was)
    }
    return next ? "moved" : "left"
  }

  return {
    may,
    editing,
    typed,
    type: setTyped,
    open,
    commit,
    leave: () => setEditing(null),
    shownValue,
    isPending: (cell: Cell) => keyOf(cell) in pending,
    conflict,
    /** Answers the question about changed stock. */
    settle: (isOverwriting: boolean) => {
      setConflict(null)
      if (conflict && isOverwriting) {
        void save(conflict, "stock", conflict.wanted, conflict.now)
      }
    },
  }
}

export type Cells = ReturnType<typeof useCells>
