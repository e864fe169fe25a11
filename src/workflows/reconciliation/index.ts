export { knownProviders, listReconciliations, reconciliationWithRows } from "./queries"
export { reconcile } from "./reconcile"
