import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/*
 * The control: a Node server that does nothing but send bytes it has in memory, with the headers our own answer has.
 * What it reaches is all that Node can do on this machine at this moment.
 */
const [port, bodyPath, headersPath] = process.argv.slice(2);
if (!port || !bodyPath || !headersPath) throw new Error("control.ts PORT BODY HEADERS");
const body = readFileSync(bodyPath);
const headers = JSON.parse(readFileSync(headersPath, "utf8")) as string[];
createServer((_, response) => response.writeHead(200, headers).end(body)).listen(Number(port), "127.0.0.1");
