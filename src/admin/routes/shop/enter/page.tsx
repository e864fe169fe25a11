import { Gate } from "../../../components/gate"

/** Where everybody arrives after signing in. */
const Page = () => <Gate />

export default Page
