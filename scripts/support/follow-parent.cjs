// Preloaded into the Medusa commands that `npm start` runs. They live in process groups of their own, so nothing would
// end them if the launcher were killed outright: but then the pipe that is their standard input closes.
const leave = () => {
  setTimeout(() => process.exit(1), 10_000).unref()
  process.kill(process.pid, "SIGTERM")
}
process.stdin.once("end", leave).once("error", leave).resume()
process.stdin.unref?.()
