/**
 * Tells a person what is going on. A phase that is over at once says nothing; a longer one shows a spinner with seconds
 * in a terminal, and a line at its start and end everywhere else.
 */

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
const QUIET_MS = 400

let isTraced = false

/** With BOZOR_TRACE=1 every phase tells how long it took, however short. */
export function tracePhases(on: boolean): void {
  isTraced = on
}

type Line = { start: () => void; end: (mark: string, seconds: string) => void }

function spinner(title: string): Line {
  const begun = Date.now()
  let timer: NodeJS.Timeout | undefined
  let frame = 0
  const draw = () => {
    const seconds = Math.floor((Date.now() - begun) / 1000)
    process.stdout.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${title} ${seconds} s`)
  }
  return {
    start: () => {
      draw()
      timer = setInterval(draw, 120)
    },
    end: (mark, seconds) => {
      clearInterval(timer)
      process.stdout.write(`\r\x1b[2K${mark} ${title} (${seconds} s)\n`)
    },
  }
}

function plainLines(title: string): Line {
  return {
    start: () => console.log(`${title} …`),
    end: (mark, seconds) => console.log(`${mark} ${title} (${seconds} s)`),
  }
}

/** Runs one phase of a longer job and shows it. */
export async function phase<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const line = process.stdout.isTTY ? spinner(title) : plainLines(title)
  let isShown = false
  const show = setTimeout(() => {
    isShown = true
    line.start()
  }, QUIET_MS)
  let mark = "✗"
  try {
    const result = await work()
    mark = "✓"
    return result
  } finally {
    clearTimeout(show)
    const seconds = ((Date.now() - begun) / 1000).toFixed(isTraced ? 2 : 1)
    if (isShown || isTraced) {
      line.end(mark, seconds)
    }
  }
}
