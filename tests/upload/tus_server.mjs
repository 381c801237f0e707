// The tus server of the npm package, as offices run it. Several addresses on one port:
// /files/, /small/ (takes 100 kB at most), /guarded/ (asks for a token), /silent/ (gives nothing
// back to read), /far/ (says places with host and protocol).
import { createServer } from "node:http"
import { createRequire } from "node:module"
import path from "node:path"

const [modules, folder, token] = process.argv.slice(2)
const require = createRequire(path.join(modules, "package.json"))
const { Server } = require("@tus/server")
const { FileStore } = require("@tus/file-store")

const datastore = new FileStore({ directory: folder })
const guard = (request) => {
  if (request.method !== "OPTIONS" && request.headers.authorization !== `Bearer ${token}`) {
    throw { status_code: 401, body: "token\n" }
  }
}
const kinds = {
  files: { relativeLocation: true },
  small: { relativeLocation: true, maxSize: 100_000 },
  guarded: { relativeLocation: true, onIncomingRequest: async (request) => guard(request) },
  silent: { relativeLocation: true },
  far: {},
}
const servers = {}
for (const [name, options] of Object.entries(kinds)) {
  servers[name] = new Server({ path: `/${name}`, datastore, respectForwardedHeaders: false, ...options })
}
const server = createServer((request, response) => {
  const name = request.url.split("/")[1].split("?")[0]
  if (!servers[name] || (name === "silent" && request.method === "GET")) {
    response.writeHead(404).end()
    return
  }
  servers[name].handle(request, response)
})
server.listen(0, "127.0.0.1", () => console.log(server.address().port))
process.stdin.on("end", () => process.exit(0)).resume()
