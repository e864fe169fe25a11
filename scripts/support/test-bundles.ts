import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import { root } from "./script"

/** Few, because each starts an application; and enough that two workers end at about the same time. */
const BUNDLES = 10
const FOLDERS = ["integration-tests/http", "integration-tests/providers"]

/** Replaces modules, or configures the application before it starts. */
const ALONE = /^(jest\.mock|stripeSuite)\(/m

type Spec = { file: string; weight: number; isAlone: boolean }

/**
 * Writes test files that each run several of ours in one application (`integration-tests/support/suite.ts`): all that stand
 * in the tree, so none can be forgotten. Some stay alone.
 * @returns the folder they are in
 */
export function writeBundles(): string {
  const folder = join(root, ".bozor/test-bundles")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, files] of packSpecs(findSpecs(), BUNDLES).entries()) {
    writeFileSync(join(folder, `bundle-${index + 1}.spec.ts`), sourceOf(files))
  }
  return folder
}

function findSpecs(): Spec[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".spec.ts"))
      .sort()
      .map((name) => {
        const file = join(folder, name)
        const source = readFileSync(join(root, file), "utf8")
        return { file, weight: source.length, isAlone: ALONE.test(source) }
      })
  )
}

/** Heaviest first, each into the bundle that is lightest so far. */
export function packSpecs(specs: Spec[], count: number): string[][] {
  const alone = specs.filter(({ isAlone }) => isAlone)
  const bundles = Array.from({ length: Math.max(1, count - alone.length) }, () => ({
    weight: 0,
    files: [] as string[],
  }))
  for (const { file, weight } of specs
    .filter(({ isAlone }) => !isAlone)
    .sort((a, b) => b.weight - a.weight)) {
    const lightest = bundles.reduce((least, bundle) => (bundle.weight < least.weight ? bundle : least))
    lightest.files.push(file)
    lightest.weight += weight
  }
  return [...alone.map(({ file }) => [file]), ...bundles.map(({ files }) => files)].filter(
    (files) => files.length > 0
  )
}

const sourceOf = (files: string[]) =>
  files.length === 1
    ? `import "../../${files[0].replace(/\.ts$/, "")}"\n`
    : `import { runBundle } from "../../integration-tests/support/suite"

runBundle(${JSON.stringify(files, null, 2)}, (file) => require("../../" + file))
`
