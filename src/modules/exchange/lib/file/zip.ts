import { promisify } from "node:util"
import { constants, inflateRaw } from "node:zlib"
import { ExchangeErrors } from "../../errors"
import { LIMITS } from "../fields"

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ENTRIES = 500

type Entry = { name: string; method: number; packed: number; offset: number }

/**
 * Refuses a workbook that would not fit into memory when unpacked. What its directory says of sizes is not believed:
 * every entry is unpacked here, with a limit, and thrown away.
 * @throws {MedusaError} IMPORT_FILE_TYPE for another kind of zip, IMPORT_FILE_UNREADABLE
 */
export async function checkWorkbookZip(content: Buffer): Promise<void> {
  const entries = directoryOf(content)
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) {
    throw ExchangeErrors.fileType()
  }
  let left = LIMITS.unzipped_bytes
  for (const entry of entries) {
    const data = dataFrom(content, entry)
    left -= entry.method === 0 ? entry.packed : await unpackedSize(data, left)
    if (left < 0) {
      throw tooMuch()
    }
  }
}

const tooMuch = () =>
  ExchangeErrors.fileUnreadable(`unpacked it is larger than ${LIMITS.unzipped_bytes / 1024 / 1024} MB`)
const broken = () => ExchangeErrors.fileUnreadable("it is damaged")

async function unpackedSize(data: Buffer, most: number): Promise<number> {
  try {
    const unpacked = await inflate(data, {
      maxOutputLength: Math.max(1, most),
      finishFlush: constants.Z_SYNC_FLUSH,
    })
    return unpacked.length
  } catch (error) {
    // What zlib throws beyond `maxOutputLength`.
    throw (error as Error).name === "RangeError" ? tooMuch() : broken()
  }
}

function directoryOf(content: Buffer): Entry[] {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > content.length || content.readUInt32LE(end) !== END) {
    throw broken()
  }
  const count = content.readUInt16LE(end + 10)
  // Readers differ in which of the two they count by.
  if (count !== content.readUInt16LE(end + 8)) {
    throw broken()
  }
  if (count > ENTRIES) {
    throw ExchangeErrors.fileUnreadable(`it holds more than ${ENTRIES} parts`)
  }
  const entries: Entry[] = []
  for (let at = content.readUInt32LE(end + 16), i = 0; i < count; i++) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== ENTRY) {
      throw broken()
    }
    const nameLength = content.readUInt16LE(at + 28)
    entries.push({
      name: content.toString("utf8", at + 46, at + 46 + nameLength),
      method: content.readUInt16LE(at + 10),
      packed: content.readUInt32LE(at + 20),
      offset: content.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * From an entry's data to the end of the file: a packed stream knows its own end, whatever the directory says. What stands
 * before the data is what the workbook is read by, so the directory may not say otherwise.
 */
function dataFrom(content: Buffer, { offset, method }: Entry): Buffer {
  if (offset + 30 > content.length || content.readUInt32LE(offset) !== LOCAL) {
    throw broken()
  }
  if (content.readUInt16LE(offset + 8) !== method) {
    throw broken()
  }
  const start = offset + 30 + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28)
  return content.subarray(start)
}
