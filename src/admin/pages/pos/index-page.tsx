import { useEffect, useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { Page } from "../../components/page"
import { Failed, Loading } from "../../components/states"
import { useText } from "../../lib/text"
import { DeskProvider, useDesk } from "./hooks/use-desk"
import { isWindowOpen, useKeys } from "./hooks/use-keys"
import type { Shift } from "./lib/types"
import { keepPageForOffline } from "./browser/worker"
import { Key } from "./parts/key"
import { QueueBar } from "./parts/queue-bar"
import { QueueWindow } from "./parts/queue-window"
import { ShiftFacts } from "./parts/shift-facts"
import { Window } from "./parts/window"
import { OpenShift } from "./views/open-shift"
import { SaleView } from "./views/sale-view"
import { SalesView } from "./views/sales-view"
import { ShiftView } from "./views/shift-view"

export default function IndexPage() {
  useEffect(() => void keepPageForOffline(), [])
  return (
    <DeskProvider>
      <CashDesk />
    </DeskProvider>
  )
}

type View = "sale" | "sales" | "shift"
const VIEWS: Array<{ view: View; hotkey: string }> = [
  { view: "sale", hotkey: "F2" },
  { view: "sales", hotkey: "Alt S" },
  { view: "shift", hotkey: "Alt W" },
]

function CashDesk() {
  const { t } = useText()
  const { company, shift } = useDesk()
  const [view, setView] = useState<View>("sale")
  const [code, setCode] = useState("")
  const [isQueueOpen, setQueueOpen] = useState(false)
  const [closed, setClosed] = useState<Shift | null>(null)
  useKeys(
    {
      F2: () => (view === "sale" ? false : setView("sale")),
      "Alt+KeyS": () => setView("sales"),
      "Alt+KeyR": () => setView("sales"),
      "Alt+KeyW": () => setView("shift"),
      "Alt+KeyQ": () => setQueueOpen(true),
      Escape: () => (view === "sale" ? false : setView("sale")),
    },
    () => !!shift.shift && !isWindowOpen()
  )
  const isOpen = !!shift.shift
  return (
    <Page
      title={t("shell.nav.pos")}
      hint={[company.name, shift.shift?.register].filter(Boolean).join(" · ")}
      actions={
        isOpen &&
        VIEWS.map(({ view: name, hotkey }) => (
          <Button
            key={name}
            size="large"
            variant={view === name ? "primary" : "secondary"}
            aria-pressed={view === name}
            onClick={() => setView(name)}
          >
            {t(`pos.views.${name}`)}
            <Key>{hotkey}</Key>
          </Button>
        ))
      }
    >
      <QueueBar onOpen={() => setQueueOpen(true)} />
      {shift.shift === undefined ? (
        shift.error ? (
          <Failed error={shift.error} onRetry={() => void shift.reload()} />
        ) : (
          <Loading />
        )
      ) : !isOpen ? (
        <OpenShift />
      ) : (
        <>
          {view === "sale" && (
            <SaleView
              onReceipt={(scanned) => {
                setCode(scanned)
                setView("sales")
              }}
            />
          )}
          {view === "sales" && <SalesView code={code} onCode={setCode} />}
          {view === "shift" && (
            <ShiftView
              onClosed={(last) => {
                setClosed(last)
                setView("sale")
                void shift.reload()
              }}
            />
          )}
        </>
      )}
      {isQueueOpen && <QueueWindow onClose={() => setQueueOpen(false)} />}
      {closed && (
        <Window title={t("pos.shiftClosed")} onClose={() => setClosed(null)}>
          <ShiftFacts shift={closed} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("pos.lateSales")}
          </Text>
        </Window>
      )}
    </Page>
  )
}
