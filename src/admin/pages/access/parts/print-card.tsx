import { createPortal } from "react-dom"
import { useText } from "../../../lib/text"
import { Qr } from "./qr"

/** On paper there is nothing but the card: the dashboard around it is not printed. */
const CSS = `
#access-card { display: none }
@media print {
  @page { size: A5; margin: 12mm }
  html, body { background: #fff !important }
  body > :not(#access-card) { display: none !important }
  #access-card { display: flex !important; color: #000; font-family: sans-serif }
}`

/** A sheet for the counter: the shop's name, the QR code, and the code in letters. Seen on paper only. */
export function PrintCard({ name, code }: { name: string; code: string }) {
  const { t } = useText()
  return createPortal(
    <section id="access-card" aria-hidden className="w-full flex-col items-center gap-y-6 text-center">
      <style>{CSS}</style>
      <p className="text-3xl font-semibold">{name}</p>
      <div className="w-[90mm]">
        <Qr text={code} label={t("access.code.qr", { code })} />
      </div>
      <p className="font-mono text-4xl font-bold tracking-widest">{code}</p>
      <p className="max-w-[110mm] text-lg">{t("access.code.printText")}</p>
    </section>,
    document.body
  )
}
