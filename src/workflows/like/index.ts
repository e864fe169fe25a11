export { followCompany } from "./follow"
export { addToLikeList, renameLikeList, startLikeList, takeFromLikeList } from "./lists"
export {
  admitGuestLike,
  admitVisitor,
  guestLikes,
  likeOwner,
  likesOf,
  likingOwner,
  mergeVisitor,
} from "./owner"
export { likeProduct, unlikeProduct } from "./toggle"
export { forgetOldLikes } from "./forget"
export { tellLikeNews, watchLikedGoods, watchEverything } from "./watch"
