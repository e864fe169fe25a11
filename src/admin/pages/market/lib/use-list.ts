import { useSearchParams } from "react-router-dom"

/** Rows on a page of a list. */
export const PAGE_SIZE = 20

/** Filters, page and opened row of a list in the address, so that a link leads back to them. */
export function useList<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ""])) as Record<
    Name,
    string
  >
  const change = (values: Record<string, string | null>, keepsPage = false) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries(keepsPage ? values : { offset: null, ...values })) {
          if (value) {
            next.set(name, value)
          } else {
            next.delete(name)
          }
        }
        return next
      },
      { replace: true }
    )
  return {
    filters,
    offset: Number(params.get("offset")) || 0,
    openId: params.get("open"),
    choose: (name: Name, value: string) => change({ [name]: value }),
    clear: () => change(Object.fromEntries(names.map((name) => [name, null]))),
    move: (offset: number) => change({ offset: offset ? String(offset) : null }, true),
    open: (id: string | null) => change({ open: id }, true),
  }
}
