import { ISearchModuleService, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { INDEXES, IndexName } from "./documents"

export const searchOf = (container: MedusaContainer): ISearchModuleService =>
  container.resolve(Modules.SEARCH)

const building = new WeakMap<object, Map<string, Promise<void>>>()

/**
 * Makes an index anew beside the one that answers, and puts it in its place. Calls that come meanwhile wait for the same one.
 */
export function rebuildIndex(container: MedusaContainer, index: IndexName): Promise<void> {
  const search = searchOf(container)
  const underway = building.get(search) ?? new Map<string, Promise<void>>()
  building.set(search, underway)
  const running = underway.get(index) ?? build(search, index).finally(() => underway.delete(index))
  underway.set(index, running)
  return running
}

async function build(search: ISearchModuleService, index: IndexName): Promise<void> {
  const plan = await search.createIndexMigrationPlan()
  await search.executeIndexMigrationPlan(
    plan.filter((action) => action.index === index && action.action !== "drop")
  )
  await search.reindex({ index })
}

/**
 * Does something with an index, which is filled first where no start of the application has filled it: one that was cut off,
 * or a database that was put in the place of another.
 */
export async function withIndex<Result>(
  container: MedusaContainer,
  index: IndexName,
  work: () => Promise<Result>
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if ((error as MedusaError).type !== MedusaError.Types.NOT_FOUND) {
      throw error
    }
    await rebuildIndex(container, index)
    return work()
  }
}

/** Makes every index anew, one after another. */
export async function rebuildSearch(container: MedusaContainer): Promise<void> {
  for (const index of INDEXES) {
    await rebuildIndex(container, index)
  }
}
