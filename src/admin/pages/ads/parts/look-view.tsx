import type { Lang } from "../../../i18n/languages"
import { standIn } from "../lib/labels"
import type { AdKind, AdPlacement, AdProduct, Contents } from "../lib/types"
import { BannerPreview, GoodsPreview } from "./ad-preview"

/** What a shopper of one language sees of an ad, a stand-in where it says nothing in that language. */
export function LookView({
  lang,
  kind,
  contents,
  place,
  product,
  advertiser,
}: {
  lang: Lang
  kind: AdKind
  contents: Contents
  place: Pick<AdPlacement, "width" | "height"> | undefined
  product: Pick<AdProduct, "title" | "thumbnail"> | null
  advertiser: string | null
}) {
  const shown = standIn(contents, lang)
  const content = shown ? contents[shown] : null
  if (kind === "listing") {
    return (
      <GoodsPreview
        lang={lang}
        title={content?.title || product?.title || ""}
        text={content?.text ?? null}
        thumbnail={product?.thumbnail ?? null}
        advertiser={advertiser}
      />
    )
  }
  return (
    <BannerPreview
      lang={lang}
      look={{
        title: content?.title ?? null,
        text: content?.text ?? null,
        image_url: content?.image_url ?? null,
      }}
      width={content?.width || (place?.width ?? null)}
      height={content?.height || (place?.height ?? null)}
      advertiser={advertiser}
    />
  )
}
