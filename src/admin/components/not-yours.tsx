import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../lib/text"
import { Notice } from "./states"

/** What a company's person reads where only the operator works. */
export function NotYours() {
  const { t } = useText()
  return (
    <Notice title={t("shell.notYoursTitle")} text={t("shell.notYoursText")}>
      <Button size="small" variant="secondary" asChild>
        <Link to="/shop/home">{t("shell.goHome")}</Link>
      </Button>
    </Notice>
  )
}
