import { buffersFor, settingsFor } from "../postgres-settings"

const GB = 2 ** 30

it("keeps an eighth of the memory there is for what is read, within limits", () => {
  expect([0.25, 1, 4, 8, 64].map((size) => buffersFor(size * GB))).toEqual([128, 128, 512, 1_024, 1_024])
})

it("forces nothing to disk for tests, and keeps much in memory for a market and a measurement", () => {
  const names = (...args: Parameters<typeof settingsFor>) =>
    settingsFor(...args).map((setting) => setting.split("=")[0])
  expect(names({})).toEqual(["shared_buffers"])
  expect(names({ fast: true })).not.toContain("shared_buffers")
  expect(names({ fast: true, isLarge: true })).toEqual(expect.arrayContaining(["fsync", "shared_buffers"]))
})
