import { readdirSync } from "node:fs"
import { relative } from "node:path"
import js from "@eslint/js"
import tseslint from "typescript-eslint"

/**
 * The house's own rules: which room may import which (CONTRIBUTING.md and docs/decisions tell why), what must not be
 * imported at all, and where a few things belong. None needs type information, so the whole tree takes seconds.
 */

const ROOMS = [
  "lib",
  "modules",
  "providers",
  "links",
  "search",
  "workflows",
  "subscribers",
  "jobs",
  "api",
  "admin",
]
const OUTER_ROOMS = ["commands", "demo", "register"]

/** What each room may import besides itself. */
const MAY_IMPORT = {
  lib: [],
  modules: ["lib"],
  providers: ["lib"],
  links: ["modules"],
  search: ["lib", "modules", "workflows"],
  workflows: ["lib", "modules", "providers", "links"],
  api: ["lib", "modules", "workflows"],
  subscribers: ["lib", "modules", "workflows"],
  jobs: ["lib", "modules", "workflows"],
  admin: ["lib", "modules", "workflows"],
  commands: ["lib", "modules", "workflows"],
  demo: ["lib", "modules", "workflows"],
}

/** Medusa's Enterprise licence covers these since 2.19: they stay out (docs/decisions). */
const ENTERPRISE = {
  regex: "^@medusajs/(medusa/|framework/)?rbac|check-permissions|auth-oidc|^@medusajs/medusa/policies",
  message: "Medusa Enterprise only: roles and permissions are our own, in the company module.",
}

const JUNK = { regex: "^\\..*/(utils|common)(/|$)", message: "Name the folder after what is in it." }

const climbTo = (names) => `^(\\.\\./)+(${names.join("|")})(/|$)`

const banned = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [ENTERPRISE, JUNK, ...patterns] }],
})

/** Folders that have the name of a room: `src/api/admin`, `src/api/store/search`, `src/workflows/search`. */
const NAMESAKES = { api: ["admin", "search"], workflows: ["search"] }
const isOwnFolder = (room, other) => other === room || !!NAMESAKES[room]?.includes(other)

const roomRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => {
  const others = [...ROOMS, ...OUTER_ROOMS].filter(
    (other) => !isOwnFolder(room, other) && !allowed.includes(other)
  )
  const message = `src/${room} may import ${allowed.length ? allowed.join(", ") : "nothing"} of src besides itself.`
  return { files: [`src/${room}/**/*.{ts,tsx}`], rules: banned({ regex: climbTo(others), message }) }
})

const modules = readdirSync("src/modules")
const moduleRules = modules.map((name) => {
  const others = [...ROOMS, ...OUTER_ROOMS].filter((room) => room !== "lib" && room !== "modules")
  const message = "A module imports src/lib only; modules meet in workflows and through links."
  const siblings = modules.filter((other) => other !== name)
  return {
    files: [`src/modules/${name}/**/*.ts`],
    rules: banned({ regex: climbTo([...others, ...siblings]), message }),
  }
})

const house = {
  rules: {
    "no-junk-folder": {
      create: (context) => ({
        Program(node) {
          if (/(^|\/)(utils|common)\//.test(relative(context.cwd, context.filename))) {
            context.report({
              node,
              message: "No folder is called utils or common: name it after what is in it.",
            })
          }
        },
      }),
    },
  },
}

const NO_POLICIES = {
  selector: "Identifier[name='definePolicies']",
  message: "Medusa Enterprise only: permissions are our own, in the company module.",
}
const NO_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "src/lib/env.ts is the only reader of process.env.",
}
const NO_DEFAULT = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: a default export is for what Medusa itself loads.",
}

/** Files that Medusa loads by their default export. */
const ENTRY_POINTS = [
  "src/modules/*/{index,service}.ts",
  "src/providers/*/{index,service}.ts",
  "src/{links,search,subscribers,jobs,commands,migration-scripts,feature-flags}/**/*.ts",
  "src/workflows/hooks/**/*.ts",
  "src/api/**/{route,middlewares}.ts",
  "src/admin/**/*.{ts,tsx}",
  "src/demo/{seed,offer-providers}.ts",
]

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "dist/",
      ".medusa/",
      ".bozor/",
      "public/",
      "static/",
      "coverage/",
      "**/migrations/",
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { house },
    rules: {
      "house/no-junk-folder": "error",
      "no-restricted-syntax": ["error", NO_POLICIES, NO_ENV, NO_DEFAULT],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      curly: "error",
      eqeqeq: "error",
      "max-lines": ["error", 200],
      ...banned(),
    },
  },
  ...roomRules,
  ...moduleRules,
  { files: ENTRY_POINTS, rules: { "no-restricted-syntax": ["error", NO_POLICIES, NO_ENV] } },
  {
    files: ["src/lib/env.ts", "scripts/**", "integration-tests/support/**"],
    rules: { "no-restricted-syntax": ["error", NO_POLICIES, NO_DEFAULT] },
  },
  { files: ["bench/**"], rules: { "no-restricted-syntax": ["error", NO_POLICIES] } },
  // Texts are lists: they grow with what there is to say.
  { files: ["**/*.spec.ts", "integration-tests/**", "src/admin/i18n/**"], rules: { "max-lines": "off" } },
  {
    files: ["**/*.cjs"],
    languageOptions: {
      globals: {
        module: "writable",
        require: "readonly",
        process: "readonly",
        console: "readonly",
        setTimeout: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["medusa-config.ts"], rules: { "no-restricted-syntax": ["error", NO_POLICIES, NO_ENV] } },
  { files: ["eslint.config.mjs"], rules: { "no-restricted-syntax": "off" } }
)
