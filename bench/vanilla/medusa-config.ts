import { defineConfig, Modules } from "@medusajs/framework/utils"

/**
 * Medusa as it comes, on a copy of the same data: none of our modules, middlewares or providers. `npm run bench` starts it to
 * compare; with MEDUSA_FF_CACHING also its caching module, in memory.
 */
const caching = {
  resolve: "@medusajs/medusa/caching",
  key: Modules.CACHING,
  options: { in_memory: { enable: true } },
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { pool: { min: 2, max: 20 } },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  modules: process.env.MEDUSA_FF_CACHING === "true" ? [caching] : [],
})
