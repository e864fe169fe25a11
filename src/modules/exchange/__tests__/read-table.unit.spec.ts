import { deflateRawSync } from "node:zlib"
import { utils, write } from "@e965/xlsx"
import { decodeText, guessDelimiter } from "../lib/file/read-csv"
import { readTable } from "../lib/file/read-table"

const csv = (text: string, encoding: BufferEncoding = "utf8") => readTable(Buffer.from(text, encoding))
const codeOf = (promise: Promise<unknown>) => promise.catch((error: { code: string }) => error.code)

/** Text in windows-1251: enough of it for the words here. */
const cp1251 = (text: string) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    })
  )

describe("CSV", () => {
  it.each([
    [";", "a;b\n1;2"],
    [",", "a,b\n1,2"],
    ["\t", "a\tb\n1\t2"],
    [";", 'a;b\n"1,2,3,4";5'],
  ])("is parted by %j in %j", (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  it("is read as UTF-8 with a mark or without, as UTF-16 and as windows-1251", async () => {
    const text = "Название;Цена\nЧай;5"
    for (const content of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      cp1251(text),
    ]) {
      const { columns, rows } = await readTable(content)
      expect(columns.map(({ header }) => header)).toEqual(["Название", "Цена"])
      expect(rows).toEqual([{ number: 2, cells: ["Чай", "5"] }])
    }
  })

  it("keeps the lines' numbers over blank lines, and looks past a title", async () => {
    const { columns, rows } = await csv("Mening do‘konim\n\nNomi;Narxi\n\nNon;4000\n\n\nSut;9000\n")
    expect(columns).toEqual([
      { index: 0, header: "Nomi", sample: ["Non", "Sut"] },
      { index: 1, header: "Narxi", sample: ["4000", "9000"] },
    ])
    expect(rows.map(({ number }) => number)).toEqual([5, 8])
  })

  it("never cuts a letter in two in what it shows of the columns", async () => {
    const { columns } = await csv(`${"a".repeat(199)}😀;b\n${"c".repeat(79)}😀;d`)
    expect(JSON.stringify(columns)).not.toMatch(/\\ud/)
  })

  it("takes quoted lines and quotes", async () => {
    const { rows } = await csv('Nomi;Tavsif\n"Non ""oq""";"bir\nikki"')
    expect(rows[0].cells).toEqual(['Non "oq"', "bir\nikki"])
  })

  it("is refused when it is none, is empty or too long", async () => {
    expect(await codeOf(readTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])))).toBe(
      "IMPORT_FILE_TYPE"
    )
    expect(await codeOf(csv(""))).toBe("IMPORT_FILE_EMPTY")
    expect(await codeOf(csv("Nomi;Narxi\n"))).toBe("IMPORT_FILE_EMPTY")
    expect(await codeOf(csv(`Nomi;Narxi\n${"Non;1\n".repeat(10_001)}`))).toBe("IMPORT_TOO_MANY_ROWS")
    expect((await csv(`Nomi;Narxi\n${"Non;1\n".repeat(10_000)}`)).rows).toHaveLength(10_000)
    expect(() => decodeText(Buffer.from("a\0b"))).toThrow()
  })
})

describe("XLSX", () => {
  const book = (sheet: object) => {
    const made = utils.book_new()
    utils.book_append_sheet(made, sheet, "1")
    return write(made, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer
  }

  it("keeps numbers as numbers, zeros in front and percents as they are shown", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Nomi", "Kod", "Shtrix", "Ustama", "Tannarx"],
      ["Non", 7, 4780000000014, 0.25, 12.299999999999999],
    ])
    sheet.B2.z = "0000"
    sheet.D2.z = "0%"
    const { type, rows } = await readTable(book(sheet))
    expect(type).toBe("xlsx")
    expect(rows).toEqual([{ number: 2, cells: ["Non", "0007", 4780000000014, "25%", 12.3] }])
  })

  it("is refused when it is another zip, damaged, or a bomb", async () => {
    const good = book(
      utils.aoa_to_sheet([
        ["a", "b"],
        [1, 2],
      ])
    )
    expect(await codeOf(readTable(good.subarray(0, good.length - 30)))).toBe("IMPORT_FILE_UNREADABLE")
    expect(await codeOf(readTable(zipOf("boshqa.txt", Buffer.from("salom"))))).toBe("IMPORT_FILE_TYPE")
    const bomb = zipOf("xl/workbook.xml", Buffer.alloc(200 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await codeOf(readTable(bomb))).toBe("IMPORT_FILE_UNREADABLE")
  })

  it("is refused when its directory hides how an entry is packed, or how many there are", async () => {
    const bomb = zipOf("xl/workbook.xml", Buffer.alloc(200 * 1024 * 1024))
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    const stored = Buffer.from(bomb)
    stored.writeUInt16LE(0, directory + 10)
    stored.writeUInt32LE(1, directory + 20)
    expect(await codeOf(readTable(stored))).toBe("IMPORT_FILE_UNREADABLE")
    const counted = zipOf("xl/workbook.xml", Buffer.from("<workbook/>"))
    counted.writeUInt16LE(2, counted.length - 14)
    expect(await codeOf(readTable(counted))).toBe("IMPORT_FILE_UNREADABLE")
  })

  it("drops what stands far to the right", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Nomi", "Narxi"],
      ["Non", 4000],
    ])
    sheet.XFD2 = { t: "s", v: "x" }
    sheet["!ref"] = "A1:XFD2"
    const { rows } = await readTable(book(sheet))
    expect(rows).toEqual([{ number: 2, cells: ["Non", 4000] }])
  })
})

/** A zip of one entry whose directory lies about its size. */
function zipOf(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(10, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(10, 24)
  entry.writeUInt16LE(name.length, 28)
  const at = 30 + name.length + data.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name), end])
}
