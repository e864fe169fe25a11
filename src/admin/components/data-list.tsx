import { Fragment, ReactNode } from "react"
import { Checkbox, clx, Table, Text } from "@medusajs/ui"
import { useText } from "../lib/text"
import { Empty } from "./states"

/**
 * A column. `value` makes the cell; the first column is the row's name (a card's heading on a telephone).
 * `align: "end"` for numbers; `isSmallHidden` leaves it out of the cards.
 */
export type Column<Row> = {
  key: string
  title: string
  value: (row: Row) => ReactNode
  align?: "start" | "end"
  isSmallHidden?: boolean
}

type Props<Row> = {
  rows: Row[]
  columns: Array<Column<Row>>
  idOf: (row: Row) => string
  /** Makes a row a way to its page; reachable by keyboard. */
  onOpen?: (row: Row) => void
  /** A caption that says what the table holds, for those who listen to it. */
  label: string
  empty?: ReactNode
  selection?: { ids: Set<string>; onChange: (ids: Set<string>) => void }
  /** Buttons at the end of a row. */
  actions?: (row: Row) => ReactNode
  /** What a row stands under; a heading is written wherever it changes. */
  groupOf?: (row: Row) => string
}

const openOnEnter =
  (act: () => void) => (event: { key: string; target: unknown; currentTarget: unknown }) => {
    if (event.key === "Enter" && event.target === event.currentTarget) {
      act()
    }
  }

function toggled(ids: Set<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) {
    next.add(id)
  }
  return next
}

/** Rows as a table on a screen and as cards on a telephone. */
export function DataList<Row>(props: Props<Row>) {
  if (props.rows.length === 0) {
    return <>{props.empty ?? <Empty />}</>
  }
  return (
    <>
      <div className="hidden overflow-x-auto md:block">
        <Wide {...props} />
      </div>
      <ul className="divide-y md:hidden" aria-label={props.label}>
        {props.rows.map((row, index) => (
          <Fragment key={props.idOf(row)}>
            {headingAt(props, index) && (
              <li className={clx(HEADING, "px-4 py-2")}>{headingAt(props, index)}</li>
            )}
            <Card {...props} row={row} />
          </Fragment>
        ))}
      </ul>
    </>
  )
}

const HEADING = "txt-compact-small-plus text-ui-fg-subtle bg-ui-bg-component"

/** The heading that stands before a row; null within a group. */
function headingAt<Row>({ rows, groupOf }: Props<Row>, index: number): string | null {
  const name = groupOf?.(rows[index]) ?? null
  return index > 0 && name === groupOf?.(rows[index - 1]) ? null : name
}

function Wide<Row>(props: Props<Row>) {
  const { rows, columns, idOf, onOpen, label, selection, actions } = props
  const { t } = useText()
  const width = columns.length + (selection ? 1 : 0) + (actions ? 1 : 0)
  const isAll = !!selection && rows.every((row) => selection.ids.has(idOf(row)))
  return (
    <Table aria-label={label}>
      <Table.Header>
        <Table.Row>
          {selection && (
            <Table.HeaderCell className="w-8">
              <Checkbox
                aria-label={t("words.all")}
                checked={isAll}
                onCheckedChange={() => selection.onChange(new Set(isAll ? [] : rows.map(idOf)))}
              />
            </Table.HeaderCell>
          )}
          {columns.map(({ key, title, align }) => (
            <Table.HeaderCell key={key} className={clx({ "text-end": align === "end" })}>
              {title}
            </Table.HeaderCell>
          ))}
          {actions && <Table.HeaderCell />}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row, index) => (
          <Fragment key={idOf(row)}>
            {headingAt(props, index) && (
              <Table.Row className="hover:bg-transparent">
                <th scope="colgroup" colSpan={width} className={clx(HEADING, "px-6 py-2 text-start")}>
                  {headingAt(props, index)}
                </th>
              </Table.Row>
            )}
            <Table.Row
              tabIndex={onOpen ? 0 : undefined}
              className={clx({ "focus-visible:bg-ui-bg-base-hover cursor-pointer outline-none": !!onOpen })}
              onClick={onOpen && (() => onOpen(row))}
              onKeyDown={onOpen && openOnEnter(() => onOpen(row))}
            >
              {selection && (
                <Table.Cell onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={idOf(row)}
                    checked={selection.ids.has(idOf(row))}
                    onCheckedChange={() => selection.onChange(toggled(selection.ids, idOf(row)))}
                  />
                </Table.Cell>
              )}
              {columns.map(({ key, value, align }) => (
                <Table.Cell key={key} className={clx({ "text-end tabular-nums": align === "end" })}>
                  {value(row)}
                </Table.Cell>
              ))}
              {actions && (
                <Table.Cell className="text-end" onClick={(event) => event.stopPropagation()}>
                  <div className="flex justify-end gap-1">{actions(row)}</div>
                </Table.Cell>
              )}
            </Table.Row>
          </Fragment>
        ))}
      </Table.Body>
    </Table>
  )
}

function Card<Row>({ row, columns, idOf, onOpen, selection, actions }: Props<Row> & { row: Row }) {
  const [first, ...rest] = columns
  const id = idOf(row)
  return (
    <li className="flex flex-col gap-y-1 px-4 py-3">
      <div className="flex items-start gap-x-3">
        {selection && (
          <Checkbox
            aria-label={id}
            checked={selection.ids.has(id)}
            onCheckedChange={() => selection.onChange(toggled(selection.ids, id))}
          />
        )}
        {onOpen ? (
          <button
            type="button"
            className="txt-compact-medium-plus flex-1 text-start"
            onClick={() => onOpen(row)}
          >
            {first.value(row)}
          </button>
        ) : (
          <div className="txt-compact-medium-plus flex-1">{first.value(row)}</div>
        )}
      </div>
      {rest
        .filter(({ isSmallHidden }) => !isSmallHidden)
        .map(({ key, title, value }) => (
          <div key={key} className="flex items-center justify-between gap-x-3">
            <Text size="small" className="text-ui-fg-muted">
              {title}
            </Text>
            <div className="txt-small text-end">{value(row)}</div>
          </div>
        ))}
      {actions && <div className="flex flex-wrap justify-end gap-1 pt-1">{actions(row)}</div>}
    </li>
  )
}
