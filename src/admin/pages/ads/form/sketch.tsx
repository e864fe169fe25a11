import { useText } from "../../../lib/text"

type Box = { x: number; y: number; w: number; h: number }

const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h })
const row = (y: number, h: number, from = 6, count = 4): Box[] =>
  Array.from({ length: count }, (_, index) =>
    box(from + index * ((108 - from) / count + 1), y, (108 - from) / count - 1, h)
  )

/** Rough pages of a storefront, 120 by 84: what stands there, and where the ad is. */
const PAGES: Record<string, { page: Box[]; ads: Box[] }> = {
  home_banner: { page: [...row(50, 14), ...row(67, 14)], ads: [box(6, 16, 108, 30)] },
  category_banner: {
    page: [box(6, 16, 24, 64), ...row(36, 20, 34, 3), ...row(59, 20, 34, 3)],
    ads: [box(34, 16, 80, 16)],
  },
  search_banner: { page: [...row(36, 20), ...row(59, 20)], ads: [box(6, 16, 108, 16)] },
  product_banner: {
    page: [box(6, 16, 48, 42), box(60, 16, 54, 6), box(60, 26, 40, 5), box(60, 35, 54, 12)],
    ads: [box(6, 62, 60, 18)],
  },
  category_list: {
    page: [box(6, 16, 24, 64), ...row(16, 30, 34, 3), ...row(50, 30, 34, 3)],
    ads: [row(16, 30, 34, 3)[1]],
  },
  search_list: { page: [...row(16, 30), ...row(50, 30)], ads: [row(16, 30)[1]] },
}
const UNKNOWN = { page: row(50, 28), ads: [box(6, 16, 108, 28)] }

/** Where on a page an ad would stand. */
export function Sketch({ code }: { code: string }) {
  const { t } = useText()
  const { page, ads } = PAGES[code] ?? UNKNOWN
  return (
    <svg
      viewBox="0 0 120 84"
      role="img"
      aria-label={t("ads.place.sketch")}
      className="border-ui-border-base h-[84px] w-[120px] rounded border"
    >
      <rect width="120" height="84" style={{ fill: "var(--bg-base)" }} />
      <rect x="6" y="5" width="18" height="6" rx="1.5" style={{ fill: "var(--border-strong)" }} />
      <rect x="30" y="5" width="60" height="6" rx="3" style={{ fill: "var(--bg-component-pressed)" }} />
      {page.map(({ x, y, w, h }) => (
        <rect
          key={`${x}:${y}`}
          x={x}
          y={y}
          width={w}
          height={h}
          rx="1.5"
          style={{ fill: "var(--bg-component-pressed)" }}
        />
      ))}
      {ads.map(({ x, y, w, h }) => (
        <rect
          key={`ad:${x}:${y}`}
          x={x}
          y={y}
          width={w}
          height={h}
          rx="1.5"
          style={{ fill: "var(--tag-blue-icon)" }}
        />
      ))}
    </svg>
  )
}
