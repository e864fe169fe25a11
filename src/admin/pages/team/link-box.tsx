import { Copy, Input, Label, Text } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { Invitation } from "./lib/types"

/** A fresh link with its copy button; the server keeps only its digest, so it is shown this once. */
export function LinkBox({ invitation }: { invitation: Invitation }) {
  const { t } = useText()
  const link = `${window.location.origin}${invitation.invite_url}`
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small">{t("team.linkOnce")}</Text>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor="invite-link" size="small" weight="plus">
          {t("team.link")}
        </Label>
        <div className="flex items-center gap-x-2">
          <div className="min-w-0 flex-1">
            <Input id="invite-link" readOnly value={link} onFocus={(event) => event.target.select()} />
          </div>
          <Copy content={link} aria-label={t("words.copy")} />
        </div>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {invitation.opens_account ? t("team.linkNew") : t("team.linkHas")}
      </Text>
    </div>
  )
}
