import { Page } from "../../components/page"
import { Empty } from "../../components/states"
import { useText } from "../../lib/text"

export default function IndexPage() {
  const { t } = useText()
  return (
    <Page title={t("shell.nav.settlements")}>
      <Empty />
    </Page>
  )
}
