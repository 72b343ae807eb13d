import { createServer } from "node:http";
import next from "next";

/* The same pages through the framework alone, rendered for each request. */
const port = Number(process.argv[2]);
const framework = next({ dev: false, hostname: "localhost", port, quiet: true });
await framework.prepare();
const handler = framework.getRequestHandler();
createServer((request, response) => void handler(request, response)).listen(port, "127.0.0.1");
