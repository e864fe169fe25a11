const transform = {
  "^.+\\.[jt]s$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", decorators: true },
        transform: { decoratorMetadata: true, legacyDecorator: true },
        target: "es2022",
      },
    },
  ],
}
const shared = {
  transform,
  // The one package of ours that is an ES module alone: Node loads it as it is, Jest does not.
  transformIgnorePatterns: ["/node_modules/(?!meilisearch/)"],
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.medusa", "<rootDir>/.bozor"],
}

const http = {
  ...shared,
  setupFiles: ["<rootDir>/integration-tests/support/setup.ts"],
  setupFilesAfterEnv: ["<rootDir>/integration-tests/support/redis-quiet.ts"],
}

module.exports = {
  reporters: ["default", "<rootDir>/integration-tests/support/failures-last.cjs"],
  projects: [
    { ...shared, displayName: "unit", testMatch: ["<rootDir>/{src,scripts,bench}/**/*.unit.spec.ts"] },
    {
      ...http,
      displayName: "http",
      testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/integration-tests/(browser|schema)/"],
    },
    // The same files, several to an application; scripts/support/test-bundles.ts writes these.
    {
      ...http,
      displayName: "bundles",
      testMatch: ["<rootDir>/.bozor/test-bundles/*.spec.ts"],
      modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.medusa"],
    },
    // Run by scripts/ci/stripe-mock.sh, against a mock that knows Stripe's schema.
    { ...shared, displayName: "schema", testMatch: ["<rootDir>/integration-tests/schema/**/*.spec.ts"] },
    // Run by `npm run test:browser`, which starts the market that these visit.
    { ...shared, displayName: "browser", testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"] },
  ],
}
