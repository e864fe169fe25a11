import { readEnv } from "./src/lib/env"
import { bozorConfig } from "./src/register"

module.exports = bozorConfig(readEnv())
