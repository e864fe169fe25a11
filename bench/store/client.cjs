/**
 * Calls an address over several connections for a while, in a process of its own and over bare sockets, so that the server has
 * its processor to itself: a comfortable HTTP client would cost more than the fastest servers here. Each connection asks, reads
 * the whole answer, and asks again. In an address or a body, `{n}` is the number of the call, `{n/5}` how
 * often 5 goes into it, `{n%5}` its rest, `{n%5+1}` one more, and `{n:a|b}` these words in turns. Answers the number of calls, the milliseconds, and every call's latency in microseconds.
 */
const { Buffer } = require("node:buffer")
const { connect } = require("node:net")
const { performance } = require("node:perf_hooks")
const { URL } = require("node:url")

process.on("message", (order) => {
  run(order).then(
    (done) => process.send(done),
    (error) => process.send({ error: String(error) })
  )
})

async function run({ url, method = "GET", headers = {}, body = "", width, milliseconds, start = 0 }) {
  const { hostname, port } = new URL(url.replaceAll(/[{}%]/g, "_"))
  const path = url.slice(url.indexOf("/", "http://".length))
  const latencies = []
  let next = start
  const startedAt = performance.now()
  const connection = async () => {
    const call = await open(hostname, port)
    while (performance.now() - startedAt < milliseconds) {
      const n = next++
      const asked = performance.now()
      await call(request(n, method, numbered(path, n), `${hostname}:${port}`, headers, numbered(body, n)))
      latencies.push(Math.round((performance.now() - asked) * 1000))
    }
    call.end()
  }
  await Promise.all(Array.from({ length: width }, connection))
  return { calls: latencies.length, milliseconds: performance.now() - startedAt, latencies, next }
}

function numbered(text, n) {
  return text.replaceAll(
    /\{n(?:\/(\d+))?(?:%(\d+))?(?:\+(\d+))?(?::([^}]*))?\}/g,
    (_, per, of, plus, words) => {
      const whole = Math.floor(n / Number(per ?? 1))
      const list = words?.split("|")
      return list ? list[whole % list.length] : String((of ? whole % Number(of) : whole) + Number(plus ?? 0))
    }
  )
}

function request(n, method, path, host, headers, body) {
  const all = {
    host,
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, numbered(value, n)])),
    ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`
}

/** A connection that is kept; answers a function that sends one request and waits for the end of its answer. */
function open(hostname, port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    let waiting
    let answer = newAnswer()
    socket.on("data", (chunk) => {
      answer.take(chunk)
      if (answer.isWhole()) {
        const { status, text } = answer.result()
        const { done, fail, asked } = waiting
        answer = newAnswer()
        waiting = undefined
        if (status === 200) {
          done()
        } else {
          fail(new Error(`${asked.split("\r\n")[0]}: ${status} ${text.slice(0, 300)}`))
        }
      }
    })
    const broken = (error) =>
      waiting ? waiting.fail(error ?? new Error("the connection ended")) : reject(error)
    socket.once("error", broken)
    socket.once("close", () => waiting && broken())
    socket.once("connect", () => {
      const call = (asked) =>
        new Promise((done, fail) => {
          waiting = { done, fail, asked }
          socket.write(asked)
        })
      resolve(Object.assign(call, { end: () => socket.destroy() }))
    })
  })
}

const END_OF_HEAD = "\r\n\r\n"
const END_OF_CHUNKS = Buffer.from("0\r\n\r\n")

function newAnswer() {
  let head
  let chunks = []
  let size = 0
  let bodySize = 0
  const isLastChunk = () => {
    const tail = Buffer.concat(chunks.slice(-5)).subarray(-END_OF_CHUNKS.length)
    return tail.equals(END_OF_CHUNKS)
  }
  return {
    take(chunk) {
      chunks.push(chunk)
      size += chunk.length
      if (head === undefined) {
        const all = chunks.length > 1 ? Buffer.concat(chunks) : chunk
        const end = all.indexOf(END_OF_HEAD)
        if (end >= 0) {
          head = all.toString("latin1", 0, end)
          const length = /^content-length: *(\d+)/im.exec(head)
          bodySize = length ? end + END_OF_HEAD.length + Number(length[1]) : -1
        }
      }
    },
    isWhole: () => head !== undefined && (bodySize >= 0 ? size >= bodySize : isLastChunk()),
    result: () => ({
      status: Number(head.split(" ")[1]),
      text: Buffer.concat(chunks).toString().slice(head.length),
    }),
  }
}
