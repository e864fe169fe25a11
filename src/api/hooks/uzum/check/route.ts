import { uzumHandler } from "../handle"

const handle = uzumHandler("check")

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
