/**
 * The last words of a test run: which files took longest, and which tests failed and why, in a few lines each. Whoever sees
 * only the end of a long log (a CI page, a terminal's last screen) still learns what to mend.
 */
const LINES = 12
const SLOWEST = 10
/** Of a whole run of a minute and more only. */
const WORTH_TELLING_MS = 60_000

class FailuresLast {
  onRunComplete(_contexts, results) {
    tellSlowest(results)
    const said = results.testResults.flatMap((file) => [
      ...(file.testExecError ||
      (file.failureMessage && !file.testResults.some((test) => test.status === "failed"))
        ? [[file.testFilePath, file.failureMessage]]
        : []),
      ...file.testResults
        .filter((test) => test.status === "failed")
        .map((test) => [test.fullName, test.failureMessages.join("\n")]),
    ])
    for (const [name, message] of said) {
      const lines = String(message).split("\n").slice(0, LINES)
      process.stderr.write(`\nFAILED ${name}\n${lines.map((line) => `    ${line}`).join("\n")}\n`)
    }
  }
}

/** Tests alone: what starting an application and restoring databases takes is not in it. */
function tellSlowest({ testResults, startTime }) {
  const files = new Map()
  for (const { testFilePath, testResults: tests } of testResults) {
    for (const { ancestorTitles, duration } of tests) {
      const file = ancestorTitles.find((title) => title.endsWith(".spec.ts")) ?? testFilePath
      const known = files.get(file) ?? { ms: 0, tests: 0 }
      files.set(file, { ms: known.ms + (duration ?? 0), tests: known.tests + 1 })
    }
  }
  const slowest = [...files].sort(([, a], [, b]) => b.ms - a.ms).slice(0, SLOWEST)
  if (Date.now() - startTime > WORTH_TELLING_MS) {
    const lines = slowest.map(
      ([file, { ms, tests }]) => `    ${(ms / 1000).toFixed(1)} s  ${tests} tests  ${file}`
    )
    process.stderr.write(`\nSlowest files:\n${lines.join("\n")}\n`)
  }
}

module.exports = FailuresLast
