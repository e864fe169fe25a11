import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Home } from "./lib/types"
import { LowStock } from "./parts/low-stock"
import { SalesChart } from "./parts/sales-chart"
import { TodayCards } from "./parts/today-cards"
import { WaitingCards } from "./parts/waiting-cards"

/** Where nobody tells of news, the page asks. */
const ASK_MS = 60_000

/** The first page of a company's person: what waits, how today goes, what runs low. */
export default function IndexPage() {
  const { t } = useText()
  const { name } = useCompany()
  const read = useApi<{ home: Home }>("/merchant/home", undefined, { refetchInterval: ASK_MS })
  return (
    <Page title={t("shell.nav.home")} hint={name}>
      <Shown read={read} rows={8}>
        {({ home }) => (
          <>
            {home.waiting && <WaitingCards waiting={home.waiting} unread={home.unread_orders ?? 0} />}
            {home.today && home.yesterday && <TodayCards today={home.today} yesterday={home.yesterday} />}
            {home.series && <SalesChart series={home.series} />}
            {home.low_stock && <LowStock {...home.low_stock} />}
          </>
        )}
      </Shown>
    </Page>
  )
}
