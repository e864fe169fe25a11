import fc from "fast-check"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { acceptedEncodings, isKnown } from "../encodings"
import { ReadyPage } from "../ready-page"

describe("accepted encodings", () => {
  it.each([
    [undefined, ["identity"]],
    ["", ["identity"]],
    ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
    ["gzip", ["gzip", "identity"]],
    ["gzip;q=1, br;q=0.5", ["gzip", "br", "identity"]],
    ["br;q=0, gzip", ["gzip", "identity"]],
    ["br;q=0, *", ["gzip", "identity"]],
    ["*;q=0", []],
    ["identity;q=0, gzip", ["gzip"]],
    ["X-GZIP ; q=0.3", ["gzip", "identity"]],
    ["br;q=nonsense", ["identity"]],
  ])("%s", (header, expected) => {
    expect(acceptedEncodings(header)).toEqual(expected)
  })

  it("are read from any text", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const all = acceptedEncodings(header)
        expect(new Set(all).size).toBe(all.length)
      })
    )
  })
})

describe("a ready page", () => {
  it("is the same text in all its forms, under tags of their own", async () => {
    const text = JSON.stringify({
      products: Array.from({ length: 50 }, (_, n) => ({ id: `prod_${n}`, title: "Sut mahsuloti" })),
    })
    const page = new ReadyPage(text)
    expect(page.form(["br", "gzip", "identity"])!.encoding).toBe("identity")
    expect(page.form(["br", "gzip"])).toBeUndefined()
    await Promise.all([page.pack(), page.pack()])
    const forms = (["identity", "gzip", "br"] as const).map((encoding) => page.form([encoding])!)
    expect(forms[0].body.toString()).toBe(text)
    expect(gunzipSync(forms[1].body).toString()).toBe(text)
    expect(brotliDecompressSync(forms[2].body).toString()).toBe(text)
    expect(new Set(forms.map(({ etag }) => etag)).size).toBe(3)
    expect(page.bytes).toBe(forms.reduce((sum, { body }) => sum + body.length, 0))
    expect(new ReadyPage(text).form(["identity"])!.etag).toBe(forms[0].etag)
    expect(new ReadyPage(`${text} `).form(["identity"])!.etag).not.toBe(forms[0].etag)
  })

  it("is known by its tag, weak or strong, among others, or by a star", () => {
    const etag = `"abc-g"`
    for (const header of [`"abc-g"`, `W/"abc-g"`, `"x", "abc-g"`, " * "]) {
      expect(isKnown(header, etag)).toBe(true)
    }
    for (const header of [undefined, `"abc"`, `abc-g`, ""]) {
      expect(isKnown(header, etag)).toBe(false)
    }
  })
})
