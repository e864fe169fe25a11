export { salesCsv, salesXlsx } from "./export"
export { listSalesJournal } from "./journal"
