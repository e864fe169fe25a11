import { NotYours } from "../../../components/not-yours"

/** Where a company's person lands who typed the address of a core page. */
const Page = () => <NotYours />

export default Page
