import { AdErrors } from "../errors"
import { checkContent, SentContent } from "./content"
import { AdDates, checkDates, checkDraftDates, checkNewDates } from "./dates"
import { AdMoney, changesMoney, checkDraftMoney, checkMoney, Spent } from "./money"
import { AdKind, Placement, PlacementCode } from "./placements"
import { Shown } from "./revision"
import { AdRow } from "./rows"
import { AdTarget } from "./target"

/** What its owner says of an ad besides what it shows. */
export type AdFacts = AdMoney &
  AdDates & {
    name: string
    kind: AdKind
    placement: PlacementCode
    pacing: "even" | "fast"
    frequency_cap: number | null
  }

/** Goods of the owner's that shoppers see, as somebody has looked them up. */
export type Goods = { listing_id: string; product_id: string }

/** What is to be another; what is left out stays. `listing` null takes the goods away. */
export type AdChanges = Partial<AdFacts> & {
  content?: SentContent
  target?: AdTarget
  listing?: Goods | null
}

const FACTS = [
  "name",
  "kind",
  "placement",
  "pacing",
  "frequency_cap",
  "price_model",
  "price_tiyin",
  "total_budget_tiyin",
  "daily_budget_tiyin",
  "starts_at",
  "ends_at",
] as const

/** A row with the facts that were sent. */
export function withFacts<Row extends AdFacts>(row: Row, changes: Partial<AdFacts>): Row {
  const said = FACTS.filter((name) => changes[name] !== undefined).map((name) => [name, changes[name]])
  return { ...row, ...(Object.fromEntries(said) as Partial<Row>) }
}

/** @throws {MedusaError} AD_PLACEMENT_UNFIT */
export function checkPlacementKind(kind: AdKind, placement: Placement): void {
  if (placement.kind !== kind) {
    throw AdErrors.placementUnfit(kind)
  }
}

/** A draft may lack anything, and contradict itself in nothing. @throws {MedusaError} the codes of its parts */
export function checkDraft(ad: AdFacts, placement: Placement, now: Date): void {
  checkPlacementKind(ad.kind, placement)
  checkDraftMoney(ad)
  checkDraftDates(ad, now)
}

/** What an ad shows must be whole before anybody reads it. @throws {MedusaError} AD_LISTING_MISSING and those of `checkContent` */
export function checkShown(kind: AdKind, shown: Shown, placement: Placement): void {
  if (kind === "listing" && shown.listing_id === null) {
    throw AdErrors.listingMissing()
  }
  checkContent(shown.content, kind, placement)
}

/**
 * All that an ad has to be before it is submitted.
 * @throws {MedusaError} AD_PLACEMENT_INACTIVE and the codes of its parts
 */
export function checkWhole(ad: AdRow, shown: Shown, placement: Placement, spent: Spent, now: Date): void {
  checkPlacementKind(ad.kind, placement)
  if (!placement.is_active) {
    throw AdErrors.placementInactive()
  }
  checkDates(ad, now)
  checkMoney(ad, placement, spent)
  checkShown(ad.kind, shown, placement)
}

/** Ads of an older system are free until their own end; who wants more days pays for them like others. */
const isFreeForLonger = (before: AdRow, after: AdRow) =>
  after.price_tiyin <= 0 &&
  after.ends_at !== null &&
  (before.ends_at === null || after.ends_at > before.ends_at)

/**
 * A change of an ad that has been submitted: money and days within their rules, the place as it was.
 * @throws {MedusaError} AD_PLACEMENT_FIXED and the codes of its parts
 */
export function checkChange(
  before: AdRow,
  after: AdRow,
  placement: Placement,
  spent: Spent,
  now: Date
): void {
  if (before.kind !== after.kind || before.placement !== after.placement) {
    throw AdErrors.placementFixed()
  }
  checkNewDates(before, after, now)
  if (changesMoney(before, after) || isFreeForLonger(before, after)) {
    checkMoney(after, placement, spent)
  }
}
