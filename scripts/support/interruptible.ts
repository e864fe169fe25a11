import { Lifecycle } from "./lifecycle"
import { report } from "./script"

/**
 * Runs a script that starts things which have to be stopped again, whatever ends it: its work, a failure, a Ctrl-C.
 * @param run answers the exit code; what it adds to the lifecycle is stopped before the process ends
 */
export async function runInterruptible(run: (lifecycle: Lifecycle) => Promise<number>): Promise<void> {
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  let code = 1
  try {
    code = await run(lifecycle)
  } catch (error) {
    if (lifecycle.isInterrupted) {
      return // The signal ends the process when everything has stopped.
    }
    report(error)
  }
  await lifecycle.end()
  process.exit(code)
}
