import { Worker } from "node:worker_threads"

/** Megabytes and milliseconds that a workbook may take. */
const MEMORY_MB = 512
const TIME_MS = 60_000

let turn: Promise<unknown> = Promise.resolve()

/**
 * Does heavy work on a workbook in a thread of its own: ten thousand rows take seconds, in which everybody else would wait;
 * and what is too much for the thread ends the thread alone. One at a time, because each may fill that memory.
 * @param body runs in the thread, which has nothing of its file but this function's text: it reads `workerData` and posts
 *   one message
 * @throws {Error} what the body threw, or that it takes too long
 */
export function inThread<Task, Result>(body: (load: NodeJS.Require) => void, task: Task): Promise<Result> {
  const result = turn.then(() => run<Task, Result>(body, task))
  turn = result.catch(() => undefined)
  return result
}

async function run<Task, Result>(body: (load: NodeJS.Require) => void, task: Task): Promise<Result> {
  const worker = new Worker(`(${body.toString()})(require)`, {
    eval: true,
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const clock = setTimeout(() => void worker.terminate(), TIME_MS)
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once("message", resolve)
      worker.once("error", reject)
      worker.once("exit", () => reject(new Error("it takes too long")))
    })
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}
