import { createInterface } from "node:readline"

import { PlainError } from "./plain-error"

const BACKSPACE = new Set(["\x7f", "\b"])
const ENTER = new Set(["\r", "\n", "\x04"])
const CTRL_C = "\x03"

/** Reads a line from a terminal without showing it. */
function askHidden(question: string): Promise<string> {
  const { stdin, stdout } = process
  stdout.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding("utf8")
  return new Promise((resolve, reject) => {
    let typed = ""
    const finish = (end: () => void) => {
      stdin.setRawMode(false)
      stdin.pause().removeListener("data", read)
      stdout.write("\n")
      end()
    }
    const read = (chunk: string) => {
      for (const key of chunk) {
        if (key === CTRL_C) {
          return finish(() => reject(new PlainError("Nothing was changed.")))
        }
        if (ENTER.has(key)) {
          return finish(() => resolve(typed))
        }
        typed = BACKSPACE.has(key) ? typed.slice(0, -1) : typed + key
      }
    }
    stdin.on("data", read)
  })
}

/** The first line of a pipe or file, or nothing. */
async function readLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) {
    return line
  }
  return ""
}

/** Asks the person, or takes what was piped in. */
export function askPassword(question: string): Promise<string> {
  return process.stdin.isTTY ? askHidden(question) : readLine()
}
