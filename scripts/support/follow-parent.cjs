// Preloaded into the Medusa commands that `npm start` runs. They live in process groups of their own, so nothing would
// end them if the launcher were killed outright: but then the pipe that is their standard input closes.
const PATIENCE_MS = 3_000

const leave = () => {
  // Nobody reads the output any more; failing to write it must not get in the way.
  process.stdout.on("error", () => undefined)
  process.stderr.on("error", () => undefined)
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  process.kill(process.pid, "SIGTERM")
}
process.stdin.once("end", leave).once("error", leave).resume()
process.stdin.unref?.()
