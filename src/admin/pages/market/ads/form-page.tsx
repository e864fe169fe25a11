import { Link, useParams } from "react-router-dom"
import { Page } from "../../../components/page"
import { Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { AdForm } from "../../ads/form/ad-form"
import type { Ad } from "../../ads/lib/types"
import { usePlacements } from "../../ads/lib/use-ads"

/** A new ad of the market's own, or a change of one. */
export default function HouseAdPage() {
  const { id } = useParams()
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-2">
      <Link
        to={id ? `/market/ads/${id}` : "/market/ads?tab=house"}
        className="txt-compact-small text-ui-fg-interactive px-1"
      >
        {`← ${t(id ? "words.back" : "shell.nav.marketAds")}`}
      </Link>
      <Page title={t(id ? "ads.form.edit" : "ads.form.house")} hint={t("ads.form.houseHint")}>
        {id ? <Changed key={id} id={id} /> : <Form />}
      </Page>
    </div>
  )
}

function Changed({ id }: { id: string }) {
  const read = useApi<{ ad: Ad }>(`/admin/ads/${id}`)
  return <Shown read={read}>{({ ad }) => <Form ad={ad} />}</Shown>
}

function Form({ ad }: { ad?: Ad }) {
  const places = usePlacements("/admin")
  return (
    <Shown read={places}>
      {({ ad_placements }) => <AdForm side="/admin" places={ad_placements} ad={ad} advertiser={null} />}
    </Shown>
  )
}
