import { Badge, IconButton, Tooltip } from "@medusajs/ui"
import { BellAlert, BellAlertSolid } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useNewOrders } from "../lib/new-orders"
import { useText } from "../lib/text"

const SHOWN_MOST = 99

/** In the top bar: how many orders are new, the way to them, and whether a new one makes a sound. */
export function OrdersBell() {
  const { t } = useText()
  const { unread, isLoud, setLoud } = useNewOrders()
  const sound = t(isLoud ? "orders.soundOn" : "orders.soundOff")
  return (
    <div className="flex items-center gap-x-1">
      <Tooltip content={sound}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={sound}
          aria-pressed={isLoud}
          onClick={() => setLoud(!isLoud)}
        >
          {isLoud ? <BellAlertSolid /> : <BellAlert className="text-ui-fg-muted" />}
        </IconButton>
      </Tooltip>
      {unread > 0 && (
        <Link to="/shop/orders" aria-label={t("orders.newOrders", { count: unread })}>
          <Badge size="2xsmall" color="red" rounded="full">
            {unread > SHOWN_MOST ? `${SHOWN_MOST}+` : unread}
          </Badge>
        </Link>
      )}
    </div>
  )
}
