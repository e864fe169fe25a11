import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Changes } from "./changes"
import { LiveMember, LiveOrder, POLL } from "./statement"

/** One open stream. */
export type Listener = {
  user_id: string
  member_id: string
  company_id: string
  /** False when the server takes no more connections: it waits for this one to end. */
  isServing: () => boolean
  send: (event: string, data: unknown) => void
  ping: () => void
  end: () => void
}

type Open = Listener & { since: number; pinged: number; fingerprint?: string; unread?: number }

const POLL_MS = 1000
const PING_MS = 15_000
/** A stream ends after this long; the page opens the next one past every guard again. */
const LIFE_MS = 5 * 60_000
/** A browser keeps six connections to a server: two are left for the pages. */
export const STREAMS_MOST = 4

/**
 * The open streams of one process. While there are any, one statement a second asks for news of all of them, so that every
 * process hears of what any other has done; without streams nothing is asked.
 */
export class OrderHub {
  private readonly listeners = new Set<Open>()
  private changes = new Changes()
  private isTurning = false

  constructor(
    private readonly poll: (memberIds: string[]) => Promise<{ members: LiveMember[]; orders: LiveOrder[] }>
  ) {}

  /**
   * A person who opens one more than may be open loses the oldest, which is told so and does not come back.
   * @returns what ends the listening
   */
  open(listener: Listener): () => void {
    const theirs = [...this.listeners].filter(({ user_id }) => user_id === listener.user_id)
    if (theirs.length >= STREAMS_MOST) {
      theirs[0].send("replaced", {})
      this.close(theirs[0])
    }
    const opened: Open = { ...listener, since: Date.now(), pinged: Date.now() }
    this.listeners.add(opened)
    if (!this.isTurning) {
      this.isTurning = true
      void this.turn()
    }
    return () => void this.listeners.delete(opened)
  }

  private async turn(): Promise<void> {
    while (this.listeners.size > 0) {
      await this.look().catch(() => undefined) // A database that is away is asked again.
      await new Promise((resolve) => setTimeout(resolve, POLL_MS).unref())
    }
    this.isTurning = false
    this.changes = new Changes()
  }

  private async look(): Promise<void> {
    const now = Date.now()
    for (const listener of this.listeners) {
      if (!listener.isServing() || now - listener.since > LIFE_MS) {
        this.close(listener)
      } else if (now - listener.pinged > PING_MS) {
        listener.pinged = now
        listener.ping()
      }
    }
    const asked = [...this.listeners]
    if (asked.length === 0) {
      return
    }
    const { members, orders } = await this.poll([...new Set(asked.map(({ member_id }) => member_id))])
    const news = this.changes.newsOf(orders, new Set(asked.map(({ company_id }) => company_id)), now)
    const standing = new Map(members.map((member) => [member.id, member]))
    asked.forEach((listener) => this.tell(listener, standing.get(listener.member_id), news))
  }

  private tell(listener: Open, member: LiveMember | undefined, news: LiveOrder[]): void {
    const hasChanged = listener.fingerprint !== undefined && listener.fingerprint !== member?.fingerprint
    if (!member || hasChanged) {
      return this.close(listener)
    }
    listener.fingerprint = member.fingerprint
    for (const { company_id, updated_at: _, ...order } of news) {
      if (company_id === listener.company_id) {
        listener.send("order", order)
      }
    }
    if (listener.unread !== member.unread_orders) {
      listener.unread = member.unread_orders
      listener.send("unread", { unread_orders: member.unread_orders })
    }
  }

  private close(listener: Open): void {
    this.listeners.delete(listener)
    listener.end()
  }
}

const hubs = new WeakMap<object, OrderHub>()

/** The hub of this process's application. */
export function orderHub(container: MedusaContainer): OrderHub {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const hub =
    hubs.get(knex) ??
    new OrderHub(async (memberIds) => {
      type Row = { members: LiveMember[]; orders: LiveOrder[] }
      const { rows } = await knex.raw<{ rows: Row[] }>(POLL, [memberIds])
      return rows[0]
    })
  hubs.set(knex, hub)
  return hub
}
