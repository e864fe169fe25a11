import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { Encoding } from "./encodings"

const packGzip = promisify(gzip)
const packBrotli = promisify(brotliCompress)

/** Shorter pages fit into one packet as they are. */
const WORTH_PACKING = 1_024
/** A step that takes milliseconds for a page and leaves little more than the strongest one. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

const SUFFIX: Record<Encoding, string> = { identity: "", gzip: "-g", br: "-b" }

export type PageForm = { encoding: Encoding; body: Buffer; etag: string }

/** A page as it goes out: made once, answered many times, packed once behind the backs of those who ask. */
export class ReadyPage {
  private readonly forms: Partial<Record<Encoding, PageForm>> = {}
  private readonly hash: string
  private packing: Promise<void> | undefined
  private takers = 0

  constructor(text: string) {
    const body = Buffer.from(text)
    this.hash = createHash("sha1").update(body).digest("base64url")
    this.add("identity", body)
  }

  /** Bytes that it takes in memory in all its forms. */
  get bytes(): number {
    return Object.values(this.forms).reduce((sum, { body }) => sum + body.length, 0)
  }

  get text(): string {
    return this.forms.identity!.body.toString()
  }

  /** The best form that is ready and accepted; undefined where the client refuses what there is. */
  form(accepted: readonly Encoding[]): PageForm | undefined {
    for (const encoding of accepted) {
      const form = this.forms[encoding]
      if (form) {
        return form
      }
    }
    return undefined
  }

  isPacked(): boolean {
    return this.forms.br !== undefined || this.forms.identity!.body.length < WORTH_PACKING
  }

  /** Whether it is worth packing: a page that nobody asks for again, as a crawler's, is not. Counts whoever calls. */
  isWanted(): boolean {
    this.takers++
    return this.takers > 1 && !this.isPacked() && this.packing === undefined
  }

  /** Makes the packed forms; whoever asks meanwhile has the plain one. */
  pack(): Promise<void> {
    this.packing ??= this.packAll()
    return this.packing
  }

  private async packAll(): Promise<void> {
    const { body } = this.forms.identity!
    if (body.length >= WORTH_PACKING) {
      this.add("gzip", await packGzip(body))
      this.add("br", await packBrotli(body, BROTLI))
    }
  }

  private add(encoding: Encoding, body: Buffer): void {
    const etag = `"${this.hash}${SUFFIX[encoding]}"`
    this.forms[encoding] = { encoding, body, etag }
  }
}
