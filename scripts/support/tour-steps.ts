import { isDeepStrictEqual } from "node:util"

/** Tells a tour step by step and remembers whether all of it was true. */
export class Tour {
  private failures = 0
  private readonly startedAt = Date.now()

  /** @throws when no server answers */
  async begin(baseUrl: string): Promise<void> {
    const health = await fetch(`${baseUrl}/health`).catch(() => null)
    if (!health?.ok) {
      throw new Error(`No market answers at ${baseUrl}: run \`npm start\` in another terminal first`)
    }
    console.log(`A tour of the market at ${baseUrl}\n`)
  }

  say(text: string): void {
    console.log(`  ${text}`)
  }

  check(claim: string, actual: unknown, expected: unknown): void {
    const isTrue = isDeepStrictEqual(actual, expected)
    console.log(
      isTrue
        ? `  ✓ ${claim}`
        : `  ✗ ${claim}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`
    )
    this.failures += isTrue ? 0 : 1
  }

  /** Prints the sum and sets the exit code. */
  end(): void {
    const seconds = ((Date.now() - this.startedAt) / 1000).toFixed(1)
    const isGood = this.failures === 0
    console.log(
      isGood
        ? `\nAll of it was true (${seconds} s).`
        : `\n${this.failures} of it was not true (${seconds} s).`
    )
    process.exitCode = isGood ? 0 : 1
  }
}
