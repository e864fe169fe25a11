import { clx, Text } from "@medusajs/ui"
import { Photo } from "@medusajs/icons"
import type { Lang } from "../../../i18n/languages"
import { useText } from "../../../lib/text"
import { AD_LABELS } from "../lib/labels"
import { Picture } from "./picture"

export type Looks = {
  title: string | null
  text: string | null
  image_url: string | null
}
type Props = {
  lang: Lang
  look: Looks
  /** Size of the place, for its proportions. */
  width: number | null
  height: number | null
  advertiser: string | null
}

function AdLabel({ lang, className }: { lang: Lang; className?: string }) {
  return (
    <span
      lang={lang}
      className={clx(
        "txt-compact-xsmall-plus rounded bg-ui-bg-base text-ui-fg-subtle shadow-borders-base px-1.5 py-0.5",
        className
      )}
    >
      {AD_LABELS[lang]}
    </span>
  )
}

/** A banner as the storefront is given it: the picture in the proportions of its place, marked as advertising. */
export function BannerPreview({ lang, look, width, height, advertiser }: Props) {
  const { t } = useText()
  return (
    <figure
      lang={lang}
      className="border-ui-border-base bg-ui-bg-base overflow-hidden rounded-lg border"
      aria-label={`${t("ads.content.preview")}: ${look.title ?? ""}`}
    >
      <div
        className="bg-ui-bg-component relative w-full"
        style={{ aspectRatio: `${width || 3} / ${height || 1}` }}
      >
        <Picture
          url={look.image_url}
          alt={look.title ?? ""}
          className="absolute inset-0 size-full object-cover"
        >
          <div className="text-ui-fg-muted txt-compact-small absolute inset-0 flex items-center justify-center gap-2">
            <Photo aria-hidden />
            {t("ads.content.noPicture")}
          </div>
        </Picture>
        <AdLabel lang={lang} className="absolute start-2 top-2" />
      </div>
      <figcaption className="flex flex-col gap-y-0.5 px-3 py-2">
        <Text size="small" weight="plus" className={clx("break-words", { "text-ui-fg-muted": !look.title })}>
          {look.title || t("ads.content.noHeading")}
        </Text>
        {look.text && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {look.text}
          </Text>
        )}
        {advertiser && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {t("ads.content.by", { name: advertiser })}
          </Text>
        )}
      </figcaption>
    </figure>
  )
}

/** Goods among others in a list, marked as advertising. */
export function GoodsPreview({
  lang,
  title,
  text,
  thumbnail,
  advertiser,
}: {
  lang: Lang
  title: string
  text: string | null
  thumbnail: string | null
  advertiser: string | null
}) {
  const { t } = useText()
  return (
    <div className="flex items-stretch gap-3" aria-label={t("ads.content.preview")}>
      <Ghost />
      <figure
        lang={lang}
        className="border-ui-border-interactive bg-ui-bg-base w-40 shrink-0 overflow-hidden rounded-lg border"
      >
        <div className="bg-ui-bg-component relative aspect-square w-full">
          <Picture url={thumbnail} alt={title} className="absolute inset-0 size-full object-contain">
            <div className="text-ui-fg-muted absolute inset-0 flex items-center justify-center">
              <Photo aria-hidden />
            </div>
          </Picture>
          <AdLabel lang={lang} className="absolute start-2 top-2" />
        </div>
        <figcaption className="flex flex-col gap-y-0.5 px-3 py-2">
          <Text size="small" weight="plus" className="line-clamp-2 break-words">
            {title}
          </Text>
          {text && (
            <Text size="xsmall" className="text-ui-fg-subtle line-clamp-2 break-words">
              {text}
            </Text>
          )}
          {advertiser && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {advertiser}
            </Text>
          )}
        </figcaption>
      </figure>
      <Ghost className="hidden sm:flex" />
    </div>
  )
}

/** Goods of somebody else, as a shadow. */
function Ghost({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={clx(
        "border-ui-border-base flex w-20 shrink-0 flex-col overflow-hidden rounded-lg border opacity-60",
        className
      )}
    >
      <div className="bg-ui-bg-component-pressed h-24" />
      <div className="flex flex-col gap-y-1.5 p-2">
        <div className="bg-ui-bg-component-pressed h-2 rounded" />
        <div className="bg-ui-bg-component-pressed h-2 w-2/3 rounded" />
      </div>
    </div>
  )
}
