import { useText } from "../../../lib/text"
import type { AdPlacement } from "../lib/types"

/** Words about ads that several pages say. */
export function useAdWords(placements: AdPlacement[] | undefined) {
  const { t, lang, date, number } = useText()
  const placeOf = (code: string) => placements?.find((place) => place.code === code)
  return {
    placeOf,
    placeName: (code: string) => placeOf(code)?.name[lang] ?? code,
    days: ({ starts_at, ends_at }: { starts_at: string | null; ends_at: string | null }) =>
      starts_at && ends_at
        ? `${date(starts_at)} – ${date(ends_at)}`
        : ends_at
          ? t("ads.until", { day: date(ends_at) })
          : starts_at
            ? t("ads.from", { day: date(starts_at) })
            : t("ads.always"),
    /** "1,25 %"; a dash where nothing was shown yet. */
    share: (value: number | null) => (value === null ? "—" : `${number(value)}\u00a0%`),
  }
}
