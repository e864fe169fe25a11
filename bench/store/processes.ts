import { readdirSync, readFileSync } from "node:fs"
import { Client } from "pg"

/** Processor time of PostgreSQL's processes, of which each connection has its own. Only Linux tells. */

/** Fields of `/proc/<pid>/stat` after the command's name: see `man proc_pid_stat`. */
const PARENT = 1
const TIMES = [11, 12]
const TIMES_OF_ENDED_CHILDREN = [13, 14]
/** The kernel's unit of these times, on every Linux that Node runs on. */
const MS_PER_TICK = 10

function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    return text.slice(text.lastIndexOf(")") + 2).split(" ")
  } catch {
    return undefined
  }
}

/**
 * The process that starts all of PostgreSQL's others, or undefined where nobody tells.
 * @param url of a database on this machine
 */
export async function postmasterOf(url: string): Promise<number | undefined> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid")
    const parent = Number(statOf(rows[0].pid)?.[PARENT])
    return parent > 1 ? parent : undefined
  } finally {
    await client.end()
  }
}

/** Milliseconds of processor time that PostgreSQL has used until now, with its connections that have ended. */
export function postgresCpu(postmaster: number): number {
  const sum = (stat: string[], fields: number[]) =>
    fields.reduce((all, field) => all + Number(stat[field]), 0)
  const own = statOf(postmaster)
  let ticks = own ? sum(own, [...TIMES, ...TIMES_OF_ENDED_CHILDREN]) : 0
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    const stat = statOf(Number(name))
    ticks += stat && Number(stat[PARENT]) === postmaster ? sum(stat, TIMES) : 0
  }
  return ticks * MS_PER_TICK
}
