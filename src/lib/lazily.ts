import { createRequire } from "node:module"

const load = createRequire(__filename)

/**
 * A large package that few requests need, loaded when it is first used: together such packages would take most of a second
 * of every start.
 * @param name of a package that `module.exports` what it offers, or an ES module
 */
export function lazily<T>(name: string): () => T {
  let loaded: T | undefined
  return () => (loaded ??= load(name) as T)
}
