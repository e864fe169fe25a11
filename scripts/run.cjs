// Runs a TypeScript script of this folder with the transpiler that the Medusa CLI uses too.
require("ts-node").register({ swc: true, transpileOnly: true })
require(`./${process.argv[2]}.ts`)
