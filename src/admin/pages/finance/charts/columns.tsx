import { lazy, Suspense } from "react"
import { Skeleton } from "@medusajs/ui"
import type { ColumnsProps } from "./columns-drawing"

const Drawing = lazy(() => import("./columns-drawing"))

/** Columns with a line; the library that draws them is fetched when the first is shown. */
export function Columns(props: ColumnsProps) {
  return (
    <>
      <Suspense fallback={<Skeleton className="h-[260px] w-full rounded-md" />}>
        <Drawing {...props} />
      </Suspense>
      {props.series.length > 1 && (
        <ul className="flex flex-wrap justify-center gap-x-4 pt-2" aria-hidden>
          {props.series.map(({ key, name, color, kind }) => (
            <li key={key} className="txt-small text-ui-fg-subtle inline-flex items-center gap-x-2">
              <span
                className={kind === "bar" ? "size-2.5 rounded-sm" : "h-0.5 w-4 rounded-sm"}
                style={{ background: color }}
              />
              {name}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
