import { Button, clx, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { Key } from "./key"

const QUEUE_KEY = "Alt Q"
const DOTS = { online: "bg-ui-tag-green-icon", offline: "bg-ui-tag-orange-icon" } as const

/** Always on the page: whether the server is reached, how many sales wait, and what a person has to look at. */
export function QueueBar({ onOpen }: { onOpen: () => void }) {
  const { t, money, time } = useText()
  const { link, isOnline, sums, goods } = useDesk()
  const { waiting, waitingTotal, toSee, refused } = sums
  const isCalm = isOnline && waiting === 0 && toSee.length === 0
  return (
    <div
      role="status"
      data-state={link.status}
      data-waiting={waiting}
      className={clx(
        "flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-2",
        isCalm ? "bg-ui-bg-subtle" : "bg-ui-tag-orange-bg text-ui-tag-orange-text"
      )}
    >
      <span className={clx("size-2 rounded-full", DOTS[isOnline ? "online" : "offline"])} aria-hidden />
      <Text size="small" weight="plus">
        {t(`pos.link.${link.status}`)}
      </Text>
      <Text size="small">
        {waiting > 0
          ? t("pos.queue.waiting", { count: waiting, sum: money(waitingTotal) })
          : t("pos.queue.none")}
      </Text>
      {goods.fetchedAt > 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("pos.goodsAt", { time: time(goods.fetchedAt) })}
        </Text>
      )}
      <span className="flex-1" />
      {link.status === "signed-out" && (
        <Button size="small" variant="secondary" asChild>
          <Link to="/login">{t("pos.link.signIn")}</Link>
        </Button>
      )}
      {(waiting > 0 || toSee.length > 0 || refused.length > 0) && (
        <Button size="small" variant="secondary" onClick={onOpen}>
          {toSee.length > 0 ? t("pos.queue.toSee", { count: toSee.length }) : t("pos.queue.show")}
          <Key>{QUEUE_KEY}</Key>
        </Button>
      )}
    </div>
  )
}
