import { Navigate } from "react-router-dom"

const Page = () => <Navigate to="/shop/home" replace />

export default Page
