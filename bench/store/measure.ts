import { ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { median, percentile } from "../ratios"
import type { Around } from "./database"
import { postgresCpu } from "./processes"
import type { Server } from "./servers"

/** What is called, and on which server. `{n}` in the address or the body is the number of the call (client.cjs). */
export type Target = {
  name: string
  server: Server
  path: string
  method?: "GET" | "POST"
  headers?: Record<string, string>
  body?: string
  /** What a right answer has in it: a target that answers nothing quickly is no target. */
  contains: string
  /** What has to be so while it is called. */
  around?: Around
}

export type Figure = {
  name: string
  per_second: number
  p50_ms: number
  p99_ms: number
  node_cpu_ms: number
  postgres_cpu_ms: number | null
  statements: number
  answer_bytes: number
  calls: number
}

/** A target that did not answer rightly, and what it said. */
export type LeftOut = { name: string; why: string }

export type Pace = { rounds: number; milliseconds: number; width: number }
export const USUAL: Pace = { rounds: 5, milliseconds: 3_000, width: 8 }
export const QUICK: Pace = { rounds: 1, milliseconds: 500, width: 8 }

type Round = Omit<Figure, "name" | "p50_ms" | "p99_ms" | "answer_bytes"> & { latencies: number[] }

/**
 * Calls the targets in turns, round after round, so that a busy moment of the machine falls on all of them. Medians of the
 * rounds; latencies of all calls. The first round only warms up.
 */
export async function measureInTurns(
  targets: Target[],
  pace: Pace,
  postmaster: number | undefined
): Promise<{ figures: Figure[]; left_out: LeftOut[] }> {
  const worker = fork(join(__dirname, "client.cjs"))
  const rounds = new Map(targets.map(({ name }) => [name, [] as Round[]]))
  const sizes = new Map<string, number>()
  const counters = new Map<string, number>()
  const failed = new Map<string, string>()
  const attempt = (target: Target, work: () => Promise<void>) =>
    failed.has(target.name)
      ? undefined
      : work().catch((error: Error) => failed.set(target.name, error.message))
  try {
    for (const target of targets) {
      await attempt(target, async () => void sizes.set(target.name, await check(target)))
    }
    for (let round = 0; round <= pace.rounds; round++) {
      for (const target of targets) {
        const milliseconds = round === 0 ? pace.milliseconds / 2 : pace.milliseconds
        await attempt(target, async () => {
          await target.around?.before()
          const done = await load(worker, target, { ...pace, milliseconds }, counters, postmaster).finally(
            () => target.around?.after()
          )
          if (round > 0) {
            rounds.get(target.name)!.push(done)
          }
        })
      }
    }
  } finally {
    worker.kill()
  }
  const figures = targets
    .filter(({ name }) => !failed.has(name))
    .map(({ name }) => summed(name, rounds.get(name)!, sizes.get(name)!))
  return { figures, left_out: [...failed].map(([name, why]) => ({ name, why })) }
}

function summed(name: string, rounds: Round[], answer_bytes: number): Figure {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b)
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick))
  return {
    name,
    per_second: middle((round) => round.per_second),
    p50_ms: percentile(latencies, 50) / 1_000,
    p99_ms: percentile(latencies, 99) / 1_000,
    node_cpu_ms: middle((round) => round.node_cpu_ms),
    postgres_cpu_ms: rounds[0].postgres_cpu_ms === null ? null : middle((round) => round.postgres_cpu_ms!),
    statements: middle((round) => round.statements),
    answer_bytes,
    calls: latencies.length,
  }
}

/**
 * One call by hand.
 * @returns the answer's size in bytes
 * @throws {Error} when the answer is not what it should be
 */
async function check({ name, server, path, method, headers, body, contains }: Target): Promise<number> {
  const first = (text: string) =>
    text.replaceAll(
      /\{n[^}:+]*(?:\+(\d+))?(?::([^}|]*)[^}]*)?\}/g,
      (_, plus?: string, word?: string) => word ?? plus ?? "0"
    )
  const answer = await fetch(server.url + first(path), {
    method,
    headers: { ...headers, ...(body ? { "content-type": "application/json" } : {}) },
    body: body && first(body),
  })
  const text = await answer.text()
  if (!answer.ok || !text.includes(contains)) {
    throw new Error(`${name}: ${answer.status} ${text.slice(0, 500)}`)
  }
  return Buffer.byteLength(text)
}

type Done = { calls: number; milliseconds: number; latencies: number[]; next: number; error?: string }

async function load(
  worker: ChildProcess,
  target: Target,
  pace: Pace,
  counters: Map<string, number>,
  postmaster: number | undefined
): Promise<Round> {
  const cpu = () => (postmaster === undefined ? undefined : postgresCpu(postmaster))
  const before = { ...(await target.server.probe()), postgres: cpu() }
  const done = await new Promise<Done>((resolve, reject) => {
    worker.once("message", (message: Done) =>
      message.error === undefined ? resolve(message) : reject(new Error(`${target.name}: ${message.error}`))
    )
    const { path, server, method, headers, body } = target
    const { width, milliseconds } = pace
    const start = counters.get(target.name) ?? 1
    worker.send({ url: server.url + path, method, headers, body, width, milliseconds, start })
  })
  counters.set(target.name, done.next)
  const after = { ...(await target.server.probe()), postgres: cpu() }
  const { calls } = done
  return {
    per_second: (calls * 1_000) / done.milliseconds,
    node_cpu_ms: (after.cpu_us - before.cpu_us) / 1_000 / calls,
    postgres_cpu_ms: before.postgres === undefined ? null : (after.postgres! - before.postgres) / calls,
    statements: (after.statements - before.statements) / calls,
    latencies: done.latencies,
    calls,
  }
}
