export { findCategories, findCompanies, findProducts, Found } from "./find"
export { rebuildSearch } from "./ready"
export { syncSearch } from "./sync"
