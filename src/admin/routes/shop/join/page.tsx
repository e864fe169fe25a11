import { lazy, Suspense } from "react"
import { Loading } from "../../../components/states"

const Content = lazy(() => import("../../../pages/join/join-page"))

/** No `ShopPage` around it: whoever comes here belongs to no company yet. */
const Page = () => (
  <Suspense fallback={<Loading />}>
    <Content />
  </Suspense>
)

export default Page
