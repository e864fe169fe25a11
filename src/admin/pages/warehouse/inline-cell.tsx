import { KeyboardEvent, useEffect, useRef } from "react"
import { clx, Input } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { CellField, parseCell } from "./lib/cells"
import { kindOf, nameIn } from "./lib/names"
import type { Cells, Line } from "./use-cells"

/** One number of the table: a button that becomes a field. Enter saves, Esc leaves, Tab saves and goes on. */
export function InlineCell({ cells, line, field }: { cells: Cells; line: Line; field: CellField }) {
  const { t, lang, number, percent } = useText()
  const button = useRef<HTMLButtonElement>(null)
  const comesBack = useRef(false)
  const { listing, variant } = line
  const cell = { variantId: variant.id, field }
  const isEditing = cells.editing?.variantId === variant.id && cells.editing.field === field

  useEffect(() => {
    if (!isEditing && comesBack.current) {
      comesBack.current = false
      button.current?.focus()
    }
  }, [isEditing])

  const value = cells.shownValue(line, field)
  const shown = value === undefined ? "—" : field === "markup_percent" ? percent(value) : number(value)
  const of = listing.variants.length > 1 ? kindOf(variant) : nameIn(lang, listing.name)
  const name = `${of}: ${t(`warehouse.fields.${field}`)}`
  const mayChange =
    listing.status === "active" &&
    value !== undefined &&
    (field === "stock" ? cells.may.stock : cells.may.price)
  if (!mayChange) {
    return <span className="tabular-nums">{shown}</span>
  }
  if (isEditing) {
    return <OpenCell cells={cells} field={field} name={name} onKeyed={() => (comesBack.current = true)} />
  }
  return (
    <button
      ref={button}
      type="button"
      aria-label={`${name}: ${shown}. ${t("words.edit")}`}
      className={clx(
        "hover:bg-ui-bg-base-pressed focus-visible:shadow-borders-interactive-with-focus txt-compact-small -mx-2 min-h-8 rounded-md px-2 text-end tabular-nums outline-none",
        "decoration-ui-border-strong underline decoration-dotted underline-offset-4",
        { "opacity-50": cells.isPending(cell) }
      )}
      onClick={() => cells.open(cell)}
    >
      {shown}
    </button>
  )
}

function OpenCell({
  cells,
  field,
  name,
  onKeyed,
}: {
  cells: Cells
  field: CellField
  name: string
  onKeyed: () => void
}) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const isWrong = parseCell(field, cells.typed) === null
  useEffect(() => input.current?.select(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation()
      isDone.current = true
      onKeyed()
      cells.leave()
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault()
      const outcome = cells.commit(event.key === "Enter" ? 0 : event.shiftKey ? -1 : 1)
      isDone.current = outcome !== "refused"
      if (outcome === "left") {
        onKeyed()
      }
    }
  }
  return (
    <div className="relative inline-block w-24">
      <Input
        ref={input}
        autoFocus
        size="small"
        inputMode={field === "stock" ? "numeric" : "decimal"}
        aria-label={name}
        aria-invalid={isWrong}
        className="text-end tabular-nums"
        value={cells.typed}
        onChange={(event) => cells.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A click elsewhere keeps what was typed, as a sheet does; what is no number is let go.
          if (!isDone.current && cells.commit(0) === "refused") {
            cells.leave()
          }
        }}
      />
      {isWrong && cells.typed && (
        <span
          role="alert"
          className="bg-ui-bg-base text-ui-fg-error txt-compact-xsmall shadow-elevation-tooltip absolute right-0 top-full z-10 mt-1 w-max max-w-48 rounded px-2 py-1 text-start"
        >
          {t(`warehouse.wrong.${field}`)}
        </span>
      )}
    </div>
  )
}
