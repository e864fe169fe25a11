export type { ProductCard } from "./card"
export { followerCounts, likeCounts, likedAmong, listFollows, listLikes, readProductLikes } from "./likes"
export { findLikeList, listLikeLists, readLikeList, readSharedList } from "./lists"
