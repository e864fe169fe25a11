export { ReportFiles } from "./files"
export { toMarkdown } from "./markdown"
export { Tally } from "./tally"
export type { CompanyMoney, Counts, Report, ReportedNote, Sums } from "./types"
