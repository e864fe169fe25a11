import fc from "fast-check"
import { adLink } from "../link"

const refused = (link: string) => {
  try {
    return adLink(link)
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe("a link of an ad", () => {
  it.each([
    ["https://example.com/kuz?a=1#b", "https://example.com/kuz?a=1#b"],
    [" HTTP://Example.COM ", "http://example.com/"],
    ["https://bozor.uz/tovar/non-1", "https://bozor.uz/tovar/non-1"],
    ["https://мисол.uz/", "https://xn--h1agbjo.uz/"],
  ])("%j is kept as a browser writes it", (link, kept) => {
    expect(adLink(link)).toBe(kept)
  })

  it.each([
    "",
    "example.com",
    "//example.com",
    "https://",
    "https:example.com",
    "ftp://example.com",
    "data:text/html,<script>",
    "javascript:alert(1)",
    "https://user@example.com",
    "https://user:secret@example.com",
    "https://example.com/\u0000",
    "https://example.com/a b",
    "https://example.com\\@evil.example",
    "https://exam\u200Bple.com",
    "https://example.com/\u202Egpj.exe",
    `https://example.com/${"a".repeat(2_000)}`,
  ])("%j is refused", (link) => {
    expect(refused(link)).toBe("AD_LINK_WRONG")
  })

  it("that passes leads to a host by http or https, without a user, and passes again unchanged", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.webUrl().map((url) => url.replace("://", "://a:b@"))
    )
    fc.assert(
      fc.property(texts, (text) => {
        const link = refused(text)!
        if (link === "AD_LINK_WRONG") {
          return
        }
        const url = new URL(link)
        expect(["http:", "https:"]).toContain(url.protocol)
        expect([url.username, url.password, url.hostname === ""]).toEqual(["", "", false])
        expect(adLink(link)).toBe(link)
      })
    )
  })
})
