import { ReactNode, useState } from "react"

/** A picture that fills its box; what stands in for it where it has none, or its file is gone. */
export function Picture({
  url,
  alt,
  className,
  children,
}: {
  url: string | null
  alt: string
  className: string
  children: ReactNode
}) {
  const [gone, setGone] = useState<string | null>(null)
  return url && url !== gone ? (
    <img src={url} alt={alt} className={className} onError={() => setGone(url)} />
  ) : (
    <>{children}</>
  )
}
