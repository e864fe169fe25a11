/**
 * How many sales of which company wait on this device to be sent. The cash desk counts; the top bar warns with it whoever
 * signs out or changes company. The sales themselves are in the cash desk's own database.
 */

const KEY = "bozor.pos.unsent"
const CHANGED = "bozor-unsent"

export type Unsent = Record<string, number>

export function readUnsent(): Unsent {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Unsent
  } catch {
    return {}
  }
}

export const unsentSales = (): number => Object.values(readUnsent()).reduce((sum, count) => sum + count, 0)

export function noteUnsent(companyId: string, count: number): void {
  const { [companyId]: before = 0, ...others } = readUnsent()
  if (before !== count) {
    localStorage.setItem(KEY, JSON.stringify(count > 0 ? { ...others, [companyId]: count } : others))
    window.dispatchEvent(new Event(CHANGED))
  }
}

export function onUnsent(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  window.addEventListener("storage", listener)
  return () => {
    window.removeEventListener(CHANGED, listener)
    window.removeEventListener("storage", listener)
  }
}
