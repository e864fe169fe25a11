import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

/**
 * How a test file gets its application. Run by itself, a file boots one of its own. Starting takes longer than most tests, so
 * `npm run test:http` without a file's name puts several files into a bundle that shares one application; each begins in
 * the database as the start left it, and each test with the rows that its file's `beforeAll` made.
 */

type Runner = Parameters<typeof medusaIntegrationTestRunner>[0]
type Suite = Runner["testSuite"]
type Options = Parameters<Suite>[0]

/** Template of the database as it is right after the start. */
const PRISTINE = "pristine"

let collected: Array<{ file: string; suite: Suite }> | undefined
let collecting = ""

/** Declares a file's tests against a booted market. */
export function testMarket({ testSuite }: { testSuite: Suite }): void {
  if (collected) {
    collected.push({ file: collecting, suite: testSuite })
  } else {
    medusaIntegrationTestRunner({ testSuite })
  }
}

/**
 * Runs the tests of several files in one application.
 * @param load requires a file; what it declares outside `testMarket` runs as it stands
 */
export function runBundle(files: string[], load: (file: string) => unknown): void {
  const suites: NonNullable<typeof collected> = []
  collected = suites
  for (const file of files) {
    collecting = file
    describe(file, () => {
      load(file)
    })
  }
  collected = undefined
  if (suites.length > 0) {
    medusaIntegrationTestRunner({ testSuite: (options) => declare(options, suites) })
  }
}

function declare(options: Options, suites: NonNullable<typeof collected>): void {
  const { dbUtils, dbConfig } = options
  const templateName = `${dbConfig.dbName}-${PRISTINE}`
  beforeAll(() => dbUtils.snapshot({ templateName }))
  for (const [index, { file, suite }] of suites.entries()) {
    describe(file, () => {
      let tests = 0
      beforeAll(async () => {
        if (index > 0) {
          await dbUtils.restore({ templateName })
        }
        // The runner restores nothing before the test that follows a snapshot: the rows of the file's own `beforeAll` stay.
        await dbUtils.snapshot()
      })
      beforeEach(async () => {
        tests++
        if (tests === 1) {
          await dbUtils.snapshot()
        } else if (tests === 2) {
          // It follows a snapshot too.
          await dbUtils.restore()
        }
      })
      suite(options)
      // What a file has silenced would stay silent for the next.
      afterAll(() => jest.restoreAllMocks())
    })
  }
}
