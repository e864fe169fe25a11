import { BoundedMap } from "../../../../lib/bounded-map"

/**
 * What one network may do with one ad in an hour and be believed: mobile operators put thousands of people behind one address,
 * and whoever makes up new visitors has few of them. What is shown beyond as many impressions reserves no money either.
 */
export const HOURLY = { show: 600, impression: 600, click: 30 }

const HOUR_MS = 3_600_000
/** More networks and ads than these are not remembered at once; who was quiet longest is forgotten first. */
const MOST = 100_000

type Kind = keyof typeof HOURLY
type Hours = BoundedMap<string, { count: number; ends: number }>

/** How much of it is used up. In memory of each process, and bounded; clicks are few, and not crowded out by impressions. */
export class Allowance {
  private readonly hours: Record<Kind, Hours> = {
    show: new BoundedMap(MOST),
    impression: new BoundedMap(MOST),
    click: new BoundedMap(MOST),
  }

  /** Uses up one. @returns whether it is among the first of its hour, which begins with the first */
  take(network: string, kind: Kind, adId: string, at: number): boolean {
    const key = `${adId} ${network}`
    const hour = this.hours[kind].get(key)
    if (!hour || hour.ends <= at) {
      this.hours[kind].set(key, { count: 1, ends: at + HOUR_MS })
      return true
    }
    hour.count++
    return hour.count <= HOURLY[kind]
  }
}
