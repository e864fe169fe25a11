export { ensureFacts, keepFacts } from "./facts"
export { financeSummary } from "./summary"
export type { CompanyFigures, Summary, SummaryWish } from "./types"
