import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { EXPENSE_MODULE } from "../../modules/expense"
import { ExpenseEvents } from "../../modules/expense/events"
import { Status } from "../../modules/expense/lib/approval"
import ExpenseModuleService from "../../modules/expense/service"

export const expensesOf = (container: MedusaContainer) =>
  container.resolve<ExpenseModuleService>(EXPENSE_MODULE)

type EventName = (typeof ExpenseEvents)[keyof typeof ExpenseEvents]

/** The event that a status is told by; what waits is told by nobody. */
export const EVENT_OF: Record<Status, EventName[]> = {
  submitted: [],
  approved: [ExpenseEvents.APPROVED],
  rejected: [ExpenseEvents.REJECTED],
}

/** Tells of an expense that has been written. Nobody is refused because nobody could be told: reports look at rows. */
export async function announce(
  container: MedusaContainer,
  data: { id: string; company_id: string },
  names: EventName[]
): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit(names.map((name) => ({ name, data })))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`expense ${data.id} is written; its news were not told`, error as Error)
  }
}
