import { createHash } from "node:crypto"
import { authenticateCashbox, Cashbox, ipAllowed, isAllowListEntry, parseBasic } from "../index"

const TEST_KEY = "FAKE-TEST-KEY-0000000000000000000000"
const LIVE_KEY = "FAKE-LIVE-KEY-0000000000000000000000"
const ODD_KEY = "FAKE:key%with#odd&chars@000000000000"
const B1 = "Basic UGF5Y29tOkZBS0UtVEVTVC1LRVktMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA=="
const B2 = "Basic UGF5Y29tOkZBS0UtTElWRS1LRVktMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA=="
const B3 = "Basic UGF5Y29tOkZBS0U6a2V5JXdpdGgjb2RkJmNoYXJzQDAwMDAwMDAwMDAwMA=="
const B4 = "Basic UGF5Y29tOldST05HLUtFWQ=="
const B5 = "Basic cGF5Y29tOkZBS0UtVEVTVC1LRVktMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA=="
const options = { login: "Paycom" }

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`
const cashbox = (id: string, key: Cashbox["key"], extra: Partial<Cashbox> = {}): Cashbox => ({
  id,
  merchant_id: "aaaaaaaaaaaaaaaaaaaaaaaa",
  key,
  sandbox: false,
  ...extra,
})
const idOf = (header: string | undefined, cashboxes: Cashbox[]) =>
  authenticateCashbox(header, cashboxes, options)?.id ?? null

describe("parseBasic", () => {
  it.each([
    [B1, "Paycom", TEST_KEY],
    [B2, "Paycom", LIVE_KEY],
    [B3, "Paycom", ODD_KEY],
    [B4, "Paycom", "WRONG-KEY"],
    [B5, "paycom", TEST_KEY],
    [basic(":key"), "", "key"],
  ])("reads %s", (header, login, key) => {
    expect(parseBasic(header)).toEqual({ login, key })
  })

  it.each([
    undefined,
    "",
    "Basic",
    "Basic ",
    B1.replace("Basic", "Bearer"),
    B1.replace("Basic ", ""),
    "Basic ***",
    B1.replace("==", ""),
    B1.replace("UGF5", "UGF*"),
    `${B1} x`,
    basic("no colon"),
    basic("Paycom:"),
    `Basic ${Buffer.from([0x50, 0x3a, 0xff]).toString("base64")}`,
  ])("refuses %j (P-01, P-04)", (header) => {
    expect(parseBasic(header)).toBeNull()
  })

  it("takes the scheme in any case", () => {
    expect(parseBasic(B1.replace("Basic", "basic"))).toEqual({ login: "Paycom", key: TEST_KEY })
  })
})

describe("authenticateCashbox", () => {
  it("accepts B2 and B3 and tells the cash boxes apart (P-06)", () => {
    const cashboxes = [cashbox("main", LIVE_KEY), cashbox("second", ODD_KEY)]

    expect(idOf(B2, cashboxes)).toBe("main")
    expect(idOf(B3, cashboxes)).toBe("second")
  })

  it("refuses B4 and B5 and a missing header (P-01 to P-03)", () => {
    const cashboxes = [cashbox("main", TEST_KEY), cashbox("second", LIVE_KEY)]

    expect(idOf(B1, cashboxes)).toBe("main")
    expect(idOf(B4, cashboxes)).toBeNull()
    expect(idOf(B5, cashboxes)).toBeNull()
    expect(idOf(undefined, cashboxes)).toBeNull()
    expect(authenticateCashbox(B5, cashboxes, { login: "paycom" })?.id).toBe("main")
  })

  it("accepts the test key in sandbox mode only, and the live key then as well (P-05)", () => {
    const off = [cashbox("main", LIVE_KEY, { test_key: TEST_KEY })]
    const on = [cashbox("main", LIVE_KEY, { test_key: TEST_KEY, sandbox: true })]

    expect(idOf(B1, off)).toBeNull()
    expect(idOf(B1, on)).toBe("main")
    expect(idOf(B2, on)).toBe("main")
  })

  it("compares with a stored hash", () => {
    const sha256 = createHash("sha256").update(LIVE_KEY).digest("hex")

    expect(idOf(B2, [cashbox("main", { sha256 })])).toBe("main")
    expect(idOf(B2, [cashbox("main", { sha256: sha256.toUpperCase() })])).toBe("main")
    expect(idOf(B1, [cashbox("main", { sha256 })])).toBeNull()
    expect(idOf(basic(`Paycom:${sha256}`), [cashbox("main", { sha256 })])).toBeNull()
    expect(idOf(B2, [cashbox("main", { sha256: "zz" })])).toBeNull()
  })

  it("never opens a cash box whose key is empty, nor a market without cash boxes", () => {
    expect(idOf(basic("Paycom:"), [cashbox("main", "")])).toBeNull()
    expect(idOf(B1, [])).toBeNull()
  })

  it("takes the first of two cash boxes with the same key", () => {
    expect(idOf(B2, [cashbox("first", LIVE_KEY), cashbox("second", LIVE_KEY)])).toBe("first")
  })
})

describe("ipAllowed", () => {
  const range = ["185.234.113.0/28"]

  it.each([
    "185.234.113.1",
    "185.234.113.15",
    "::ffff:185.234.113.7",
    "::FFFF:185.234.113.7",
    "::ffff:b9ea:7101",
  ])("lets %s into 185.234.113.0/28", (ip) => {
    expect(ipAllowed(ip, range)).toBe(true)
  })

  it.each(["185.234.113.16", "185.234.112.255", "::ffff:185.234.113.16", "::1", "", "185.234.113", "x"])(
    "keeps %j out of it (P-15)",
    (ip) => {
      expect(ipAllowed(ip, range)).toBe(false)
    }
  )

  it("allows everybody when the list is empty", () => {
    expect(ipAllowed("203.0.113.9", [])).toBe(true)
  })

  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["203.0.113.9", " 203.0.113.9 "],
    ["203.0.113.9", "::ffff:203.0.113.9"],
    ["203.0.113.9", "0.0.0.0/0"],
    ["203.0.113.9", "203.0.113.9/32"],
    ["2001:0DB8:0:0::1", "2001:db8::1"],
  ])("matches %s with the entry %s", (ip, entry) => {
    expect(ipAllowed(ip, ["198.51.100.1", entry])).toBe(true)
    expect(ipAllowed("198.51.100.2", [entry])).toBe(entry === "0.0.0.0/0")
  })

  it.each([
    "",
    "nonsense",
    "203.0.113.0/33",
    "203.0.113.0/",
    "203.0.113.0/a",
    "203.0.113.0/1/2",
    "2001:db8::/32",
    "fe80::1%eth0",
  ])("lets nobody in by the entry %j", (entry) => {
    expect(isAllowListEntry(entry)).toBe(false)
    expect(ipAllowed("203.0.113.9", [entry])).toBe(false)
  })
})
