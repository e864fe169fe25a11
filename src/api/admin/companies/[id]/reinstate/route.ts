import { changeSelling } from "../change-selling"

export const POST = changeSelling("reinstate")
