import { Button, Drawer } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { Invitation } from "./lib/types"
import { LinkBox } from "./link-box"

/** A renewed link. */
export function LinkDrawer({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useText()
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("team.linkReady")}</Drawer.Title>
          <Drawer.Description>{invitation.member.email}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body>
          <LinkBox invitation={invitation} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" onClick={onClose}>
            {t("words.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
