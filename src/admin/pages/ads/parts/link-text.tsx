import { Badge } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { partsOfLink } from "../lib/wrong"

/** An address to be read, not followed: the host stands out, so that nobody is misled by what surrounds it. */
export function LinkText({ link }: { link: string }) {
  const { t } = useText()
  const parts = partsOfLink(link)
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="txt-small text-ui-fg-muted min-w-0 break-all font-mono">
        {parts ? (
          <>
            {parts.before}
            <mark className="bg-ui-tag-blue-bg text-ui-tag-blue-text rounded px-0.5 font-semibold">
              {parts.host}
            </mark>
            {parts.after}
          </>
        ) : (
          link
        )}
      </span>
      {/^http:/i.test(link) && (
        <Badge size="2xsmall" color="orange">
          {t("ads.market.plainHttp")}
        </Badge>
      )}
    </span>
  )
}
