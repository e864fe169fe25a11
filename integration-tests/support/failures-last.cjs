/**
 * The last words of a test run: which tests failed, and why, in a few lines each. Whoever sees only the end of a long log
 * (a CI page, a terminal's last screen) still learns what to mend.
 */
const LINES = 12

class FailuresLast {
  onRunComplete(_contexts, results) {
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

module.exports = FailuresLast
