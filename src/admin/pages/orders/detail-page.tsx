import { Page } from "../../components/page"
import { Empty } from "../../components/states"
import { useText } from "../../lib/text"

export default function DetailPage() {
  const { t } = useText()
  return (
    <Page title={t("shell.nav.orders")}>
      <Empty />
    </Page>
  )
}
