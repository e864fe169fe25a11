import { useState } from "react"
import { Button, Hint, Text } from "@medusajs/ui"
import { Photo } from "@medusajs/icons"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { SearchLine } from "../../market/filter-bar"
import { nameIn } from "../../warehouse/lib/names"
import type { ListingsPage } from "../../warehouse/types"
import type { ChosenGoods } from "../lib/draft"
import { Picture } from "../parts/picture"

const SHOWN = 6

/** One of the company's goods, found by name. */
export function GoodsChoice({
  goods,
  onChoose,
}: {
  goods: ChosenGoods | null
  onChoose: (goods: ChosenGoods | null) => void
}) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("ads.kind.product")}
      </Text>
      {goods ? (
        <div className="border-ui-border-base flex flex-wrap items-center gap-3 rounded-lg border p-3">
          <Thumb url={goods.thumbnail} />
          <Text size="small" weight="plus" className="min-w-0 flex-1 break-words">
            {goods.title}
          </Text>
          <Button type="button" size="small" variant="secondary" onClick={() => onChoose(null)}>
            {t("ads.kind.productOther")}
          </Button>
        </div>
      ) : (
        <Found onChoose={onChoose} />
      )}
      <Hint>{t("ads.kind.productStock")}</Hint>
    </div>
  )
}

function Found({ onChoose }: { onChoose: (goods: ChosenGoods) => void }) {
  const { t, lang, money } = useText()
  const [q, setQuery] = useState("")
  const { data } = useApi<ListingsPage>("/merchant/listings", {
    q,
    is_visible: true,
    stock: "in",
    limit: SHOWN,
  })
  return (
    <>
      <SearchLine label={t("ads.kind.productHint")} value={q} onSearch={setQuery} />
      {data?.listings.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("ads.kind.productNone")}
        </Text>
      )}
      <ul className="grid gap-2 sm:grid-cols-2" aria-label={t("ads.kind.product")}>
        {data?.listings.map((listing) => {
          const title = nameIn(lang, listing.name)
          return (
            <li key={listing.id}>
              <button
                type="button"
                onClick={() => onChoose({ listing_id: listing.id, title, thumbnail: listing.thumbnail })}
                className="border-ui-border-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus flex w-full items-center gap-3 rounded-lg border p-2 text-start outline-none"
              >
                <Thumb url={listing.thumbnail} />
                <span className="min-w-0">
                  <span className="txt-small-plus line-clamp-2 break-words">{title}</span>
                  {listing.variants[0] && (
                    <span className="txt-small text-ui-fg-muted">{money(listing.variants[0].price)}</span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Thumb({ url }: { url: string | null }) {
  return (
    <span className="bg-ui-bg-component flex size-12 shrink-0 items-center justify-center overflow-hidden rounded">
      <Picture url={url} alt="" className="size-full object-contain">
        <Photo className="text-ui-fg-muted" aria-hidden />
      </Picture>
    </span>
  )
}
