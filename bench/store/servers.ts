import { ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { endChild, spawnMedusa } from "../../scripts/support/medusa"
import { freePort } from "../../scripts/support/free-port"
import { sleep } from "../../scripts/support/processes"
import { root } from "../../scripts/support/script"

/** Measured servers, each in a process of its own with a probe in it (probe.cjs). */

const BOOT_MS = 240_000
const PROBE = join(__dirname, "probe.cjs")

export const VANILLA = join(root, "bench/vanilla")

export type Probe = { statements: number; cpu_us: number; memory: number }
export type Server = { url: string; probe: () => Promise<Probe>; stop: () => Promise<void> }

/** Starts a Medusa application that lies in `cwd`, and waits until it answers. */
export async function startMedusa(env: NodeJS.ProcessEnv, cwd = root): Promise<Server> {
  const { port, probed } = await ports(env)
  const child = spawnMedusa(["start", "-p", String(port)], { ...probed, PORT: String(port) }, "pipe", cwd)
  return watch(child, `http://127.0.0.1:${port}`, "/health", probed.BENCH_PROBE_PORT)
}

/** Starts the floor (floor.cjs). */
export async function startFloor(env: NodeJS.ProcessEnv): Promise<Server> {
  const { port, probed } = await ports(env)
  const child = spawn(process.execPath, [join(__dirname, "floor.cjs")], {
    env: { ...probed, PORT: String(port) },
    stdio: ["pipe", "pipe", "pipe"],
  })
  return watch(child, `http://127.0.0.1:${port}`, "/list", probed.BENCH_PROBE_PORT)
}

async function ports(env: NodeJS.ProcessEnv) {
  const port = await freePort()
  const probe = await freePort()
  const probed = { ...env, NODE_OPTIONS: `--require ${PROBE}`, BENCH_PROBE_PORT: String(probe) }
  return { port, probed }
}

async function watch(child: ChildProcess, url: string, path: string, probePort: string): Promise<Server> {
  let said = ""
  const keep = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-3_000))
  child.stdout?.on("data", keep)
  child.stderr?.on("data", keep)
  const until = Date.now() + BOOT_MS
  while (!(await answers(url + path))) {
    if (child.exitCode !== null || Date.now() > until) {
      await endChild(child, 1_000)
      throw new Error(`the server did not come up:\n${said}`)
    }
    await sleep(300)
  }
  return {
    url,
    probe: async () => (await (await fetch(`http://127.0.0.1:${probePort}/`)).json()) as Probe,
    stop: () => endChild(child, 10_000),
  }
}

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false
  )

const QUIET_MS = 900_000
const LOOK_MS = 1_000
/** A server that uses less of a processor than this, this often in a row, has nothing left to do behind. */
const IDLE = 0.1
const LOOKS = 3

/** Waits until a server has done what it does behind its start, such as filling search indexes. */
export async function quiet({ probe }: Server): Promise<void> {
  const until = Date.now() + QUIET_MS
  let before = (await probe()).cpu_us
  for (let idle = 0; idle < LOOKS && Date.now() < until;) {
    await sleep(LOOK_MS)
    const { cpu_us } = await probe()
    idle = cpu_us - before < IDLE * LOOK_MS * 1_000 ? idle + 1 : 0
    before = cpu_us
  }
}
