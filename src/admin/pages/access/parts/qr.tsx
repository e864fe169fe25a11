import { useMemo } from "react"
import { qrOf } from "../lib/qr"

/** A QR code, black on white in the dark too: a camera reads it so. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => qrOf(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-full rounded-md"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
