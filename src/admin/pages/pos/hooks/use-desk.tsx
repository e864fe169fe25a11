import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react"
import { Loading } from "../../../components/states"
import { CompanyInHand, useCompany } from "../../../lib/company"
import { Link, type LinkState } from "../browser/link"
import { QueueSender } from "../browser/sender"
import { requestLines, totalsOf, type Basket } from "../lib/basket"
import { nameOf } from "../lib/find"
import type { Paid } from "../lib/payment"
import { sumsOf, type Entry, type QueueSums } from "../lib/queue"
import { takenSince } from "../lib/stock"
import { Goods, useCatalog } from "./use-catalog"
import { useQueue, useSending } from "./use-queue"
import { ShiftInHand, useShift } from "./use-shift"

export type Desk = {
  company: CompanyInHand
  link: LinkState
  isOnline: boolean
  /** The time of the server, as near as it is known; ms. */
  now: () => number
  entries: Entry[]
  sums: QueueSums
  goods: Goods
  /** Pieces sold here that the snapshot does not know of. */
  taken: Map<string, number>
  shift: ShiftInHand
  flush: () => void
  /** Makes a sale of the basket; tells how it stands after a few seconds at the most. */
  sell: (basket: Basket, paid: Paid) => Promise<Entry>
}

const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) {
    throw new Error("useDesk is for the parts of the cash desk")
  }
  return desk
}

const nameIn = ({ me }: CompanyInHand) =>
  [me.user.first_name, me.user.last_name].filter(Boolean).join(" ") || me.user.email

function requestOf({ basket, paid, shift_id, isOnline, now }: Selling) {
  return {
    client_id: basket.client_id,
    shift_id,
    sold_at: new Date(now).toISOString(),
    is_offline: !isOnline,
    ...requestLines(basket),
    ...paid,
  }
}
type Selling = { basket: Basket; paid: Paid; shift_id: string; isOnline: boolean; now: number }

/** Everything that outlives a view of the cash desk: queue, goods, shift, and the way to the server. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const company = useCompany()
  const { id, membership } = company
  const who = useMemo(
    () => ({ member_id: membership.id, manages: membership.permissions.includes("pos:manage") }),
    [membership]
  )
  const latest = useRef(who)
  useEffect(() => {
    latest.current = who
  }, [who])
  const [link] = useState(() => new Link())
  const [sender] = useState(() => new QueueSender(id, link, () => latest.current))
  useSending(sender, link)
  const state = useSyncExternalStore(link.subscribe, link.read)
  const isOnline = state.status === "online"
  const entries = useQueue(id)
  const goods = useCatalog(id, isOnline)
  const shift = useShift(id, who.member_id, isOnline)
  const taken = useMemo(() => takenSince(entries ?? [], goods.fetchedAt), [entries, goods.fetchedAt])
  if (!entries) {
    return <Loading />
  }
  const desk: Desk = {
    ...{ company, link: state, isOnline, now: link.now, entries, goods, taken, shift },
    sums: sumsOf(entries, who),
    flush: () => void sender.flush(),
    sell: (basket, paid) =>
      sender.sell({
        company_id: id,
        member_id: who.member_id,
        member_name: nameIn(company),
        request: requestOf({ basket, paid, shift_id: shift.shift!.id, isOnline, now: link.now() }),
        titles: Object.fromEntries(basket.lines.map(({ variant }) => [variant.id, nameOf(variant, "uz")])),
        total: totalsOf(basket).total,
      }),
  }
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>
}
