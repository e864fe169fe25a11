// Runs a TypeScript script of this folder with the transpiler that the Medusa CLI uses too.
try {
  require("ts-node").register({ swc: true, transpileOnly: true })
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") {
    throw error
  }
  console.error("Something is not installed: run `npm install` (with its development packages) first.")
  process.exit(1)
}
require(`./${process.argv[2]}.ts`)
