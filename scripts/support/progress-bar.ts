const WIDTH = 28
const REDRAW_MS = 100

type Show = (title: string, done: number, total: number) => void

/** A bar for each part of a long job: redrawn in a terminal, one line at its end everywhere else. */
export function progressBar(): { show: Show; end: () => void } {
  let current = { title: "", done: 0, total: 0, begun: 0 }
  let drawn = 0
  const rate = () => {
    const seconds = (Date.now() - current.begun) / 1000
    return seconds >= 1 ? `, ${Math.round(current.done / seconds)} a second` : ""
  }
  const words = () => `${current.title.padEnd(12)} ${current.done} of ${current.total}${rate()}`
  const draw = () => {
    const filled = current.total > 0 ? Math.round((WIDTH * current.done) / current.total) : WIDTH
    process.stdout.write(`\r\x1b[2K${"█".repeat(filled).padEnd(WIDTH, "░")} ${words()}`)
    drawn = Date.now()
  }
  const finish = () => {
    if (current.title && process.stdout.isTTY) {
      draw()
      process.stdout.write("\n")
    } else if (current.title) {
      console.log(words())
    }
  }
  const show: Show = (title, done, total) => {
    if (title !== current.title) {
      finish()
      current = { title, done, total, begun: Date.now() }
    }
    Object.assign(current, { done, total })
    if (process.stdout.isTTY && Date.now() - drawn >= REDRAW_MS) {
      draw()
    }
  }
  return { show, end: finish }
}
