import { lazy, Suspense } from "react"
import { Skeleton } from "@medusajs/ui"
import type { ChartProps } from "./chart-drawing"

const Drawing = lazy(() => import("./chart-drawing"))

/** A chart of a series by days; the library that draws it is fetched when the first chart is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton className="h-[240px] w-full rounded-md" />}>
      <Drawing {...props} />
    </Suspense>
  )
}
