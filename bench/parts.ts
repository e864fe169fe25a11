import type { AdsFigure } from "./ads"
import type { FactsFigure } from "./facts"
import type { GatewayFigure } from "./gateways"
import type { LikesFigure } from "./likes"
import type { CheckoutFigures } from "./store/checkout"
import { printGoals, rounded } from "./store/report"
import type { StaleCase } from "./vanilla/stale"

/** How the figures of each part are shown. */

const row = (what: string, ours: string, other: string, ratio: string) =>
  console.log(`  ${what.padEnd(50)}${ours.padStart(12)}${other.padStart(14)}${ratio.padStart(10)}`)
const perSecond = (value: number) => `${value.toFixed(0)} /s`
const times = (value: number) => `${value.toFixed(2)} ×`

export function printCompletion({ ours, core }: { ours: number; core: number }) {
  console.log()
  row("", "ours", "compared to", "ratio")
  row(
    "completing a one-company cart (Medusa's own)",
    `${ours.toFixed(1)} ms`,
    `${core.toFixed(1)} ms`,
    times(ours / core)
  )
}

export function printGateways(gateways: GatewayFigure[]) {
  for (const { label, ours, floor } of gateways) {
    row(`${label} (node:http + pg floor)`, perSecond(ours), perSecond(floor), times(ours / floor))
  }
  console.log("\n  Medians; a cart's time is better low, calls per second are better high.")
}

export function printLikes({ like, unlike, list, floor }: LikesFigure) {
  const line = (what: string, value: number) =>
    row(what, perSecond(value), perSecond(floor), times(value / floor))
  console.log()
  line("a like (one INSERT … ON CONFLICT)", like)
  line("a like taken back", unlike)
  line("one's ten likes", list)
}

export function printAds({ ads, ours, bare, cpu_ratio, statements }: AdsFigure) {
  console.log(
    `\n  GET /store/ads with ${ads} ads: ${perSecond(ours)}, a bare Medusa route with the same answer`
  )
  console.log(`  ${perSecond(bare)}: ${times(ours / bare)} (by processor time per call ${times(cpu_ratio)})`)
  console.log(`  ${statements} statements in all those calls.`)
}

export function printFacts(figures: FactsFigure[]) {
  const line = (...cells: string[]) => console.log(`  ${cells.map((cell) => cell.padStart(15)).join("")}`)
  const ms = (time: number) => `${time.toFixed(1)} ms`
  console.log()
  line("order lines", "summary", "statements", "goods", "a stale day", "all facts anew")
  for (const { lines, summary, statements, goods, day, rebuild } of figures) {
    line(String(lines), ms(summary), String(statements), ms(goods), ms(day), ms(rebuild))
  }
  console.log("\n  Medians; a year of one company, by days.")
}

export function printStale(cases: StaleCase[]) {
  console.log("\n  After a change, Medusa's kept answer is:")
  cases.forEach(({ change, is_stale }) => console.log(`  ${is_stale ? "STALE" : "right"}  ${change}`))
}

export function printCheckouts({ ways, goals }: CheckoutFigures) {
  const line = (name: string, cells: string[]) =>
    console.log(`  ${name.padEnd(52)}${cells.map((cell) => cell.padStart(12)).join("")}`)
  console.log()
  line("", ["checkouts/s", "node ms", "PG ms", "SQL"])
  for (const { name, per_second, node_cpu_ms, postgres_cpu_ms, statements } of ways) {
    const cells = [per_second, node_cpu_ms, postgres_cpu_ms, statements]
    line(
      name,
      cells.map((value) => (value === null ? "–" : rounded(value)))
    )
  }
  printGoals(goals)
}
