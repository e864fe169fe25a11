import { azatonOrder } from "../azaton-order"

describe("the arguments of npm run import:azaton", () => {
  const order = (...args: string[]) => azatonOrder(args, (name) => `/imports/${name}`)
  const source = "postgres://reader:p%40rol@old:5432/azaton"

  it("have defaults for everything but the source", () => {
    expect(order("--source", source)).toEqual({
      url: source,
      label: "azaton",
      dry_run: false,
      fixed_expenses: "snapshot",
      grant_from_orders: false,
      report: "/imports/azaton-report.json",
      links: "/imports/azaton-links.txt",
    })
  })

  it("may say everything", () => {
    const said = order(
      ...["--source", source, "--dry-run", "--fixed-expenses=monthly", "--grant-from-orders"],
      ...["--label", "eski-bozor", "--report", "/tmp/a.json", "--links", "/tmp/b.txt"]
    )
    expect(said).toMatchObject({
      label: "eski-bozor",
      dry_run: true,
      fixed_expenses: "monthly",
      grant_from_orders: true,
      report: "/tmp/a.json",
      links: "/tmp/b.txt",
    })
  })

  it.each([
    [[]],
    [["--source", "mysql://x/y"]],
    [["--source", source, "--fixed-expenses", "weekly"]],
    [["--source", source, "--label", "../x"]],
    [["--source", source, "--unknown"]],
  ])("are refused with the usage, and without the address: %j", (args) => {
    expect(() => order(...args)).toThrow(/npm run import:azaton/)
    try {
      order(...args)
    } catch (error) {
      expect((error as Error).message).not.toContain("p%40rol")
    }
  })
})
