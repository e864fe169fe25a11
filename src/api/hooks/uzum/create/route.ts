import { uzumHandler } from "../handle"

const handle = uzumHandler("create")

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
