export { refreshAdIndex, refreshAdIndexFor, servingOf } from "./ad-index"
export { attributeOrders, rememberBuyer } from "./attribution"
export { countClick, countImpressions, Reporter } from "./count"
export { adsFor, adsJson, AdsRequest, ShownAd } from "./serve"
