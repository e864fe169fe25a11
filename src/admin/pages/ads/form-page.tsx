import { Link, useParams } from "react-router-dom"
import { Page } from "../../components/page"
import { Notice, Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { AdForm } from "./form/ad-form"
import type { Ad } from "./lib/types"
import { usePlacements } from "./lib/use-ads"

/** A new ad of the company, or a change of one. */
export default function AdFormPage() {
  const { id } = useParams()
  const { t } = useText()
  const { can } = useCompany()
  if (!can("ad:write")) {
    return <Notice title={t("shell.noPermissionTitle")} text={t("shell.noPermissionText")} />
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Link
        to={id ? `/shop/ads/${id}` : "/shop/ads"}
        className="txt-compact-small text-ui-fg-interactive px-1"
      >
        {`← ${t(id ? "words.back" : "shell.nav.ads")}`}
      </Link>
      <Page title={t(id ? "ads.form.edit" : "ads.form.new")} hint={id ? undefined : t("ads.form.hint")}>
        {id ? <Changed key={id} id={id} /> : <Form />}
      </Page>
    </div>
  )
}

function Changed({ id }: { id: string }) {
  const read = useApi<{ ad: Ad }>(`/merchant/ads/${id}`)
  return <Shown read={read}>{({ ad }) => <Form ad={ad} />}</Shown>
}

function Form({ ad }: { ad?: Ad }) {
  const { name } = useCompany()
  const places = usePlacements("/merchant")
  return (
    <Shown read={places}>
      {({ ad_placements }) => <AdForm side="/merchant" places={ad_placements} ad={ad} advertiser={name} />}
    </Shown>
  )
}
