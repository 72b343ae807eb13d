import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { expect } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import { freePort, openPublication } from "./publication.ts";

/*
 * The caches of deploy/ in front of a publication, each as Debian has it and with the very file that operators are given,
 * with nothing but ports and folders changed.
 */

type Ports = { cache: number; purge: number; publication: number };
type Outside = {
  missing: string | undefined;
  /** Whether the publication hears from it who has read what it keeps. */
  tellsOfViews: boolean;
  start: (folder: string, ports: Ports) => ChildProcess;
};

const missing = (...files: string[]) => files.find((file) => !existsSync(file));
const deploy = (file: string) => readFileSync(join("deploy", file), "utf8");

export const caches: Record<string, Outside> = {
  nginx: {
    missing: missing("/usr/sbin/nginx", "/usr/lib/nginx/modules/ngx_http_lua_module.so"),
    tellsOfViews: true,
    start: (folder, { cache, purge, publication }) => {
      const site = deploy("nginx.conf")
        .replaceAll("/var/cache/nginx/national-update", join(folder, "kept"))
        .replaceAll("/etc/nginx/lua", join(process.cwd(), "deploy"))
        .replaceAll("127.0.0.1:3000", `127.0.0.1:${publication}`)
        .replaceAll("127.0.0.1:8099", `127.0.0.1:${purge}`)
        .replace("listen 80;", `listen 127.0.0.1:${cache};`);
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/temporary;`,
      );
      const modules = ["ndk_http_module.so", "ngx_http_lua_module.so"].map(
        (name) => `load_module /usr/lib/nginx/modules/${name};`,
      );
      writeFileSync(
        join(folder, "nginx.conf"),
        `${modules.join("\n")}\nuser ${userInfo().username}; daemon off; pid ${folder}/pid; error_log stderr; worker_processes 2;
         events {} http { access_log off; ${temporary.join(" ")}\n${site}\n}`,
      );
      return spawn("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", 1, 2] });
    },
  },
  Varnish: {
    missing: missing("/usr/sbin/varnishd"),
    tellsOfViews: false,
    start: (folder, { cache, publication }) => {
      writeFileSync(
        join(folder, "varnish.vcl"),
        deploy("varnish.vcl").replace('.port = "3000"', `.port = "${publication}"`),
      );
      const given = ["-F", "-a", `127.0.0.1:${cache}`, "-f", join(folder, "varnish.vcl"), "-s", "malloc,64m"];
      return spawn("/usr/sbin/varnishd", [...given, "-p", "http_gzip_support=off", "-n", join(folder, "varnish")], {
        stdio: "ignore",
      });
    },
  },
};

/** A publication of its own behind one of them; `occasion` is part of its name. */
export async function openBehind(name: string, { start }: Outside, purges: boolean, occasion = String(purges)) {
  const ports = { cache: await freePort(), purge: await freePort(), publication: await freePort() };
  const origin = `http://127.0.0.1:${ports.cache}`;
  const folder = mkdtempSync(join(tmpdir(), "national-update-cache-"));
  // Varnish works as somebody of its own.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "temporary"));
  const cache = start(folder, ports);
  const stopCache = async () => {
    const ended = cache.exitCode === null && new Promise((resolve) => cache.once("exit", resolve));
    cache.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = () =>
    ask(origin, "/healthz").then(
      ({ status }) => status,
      () => 0,
    );
  try {
    // The cache is there first: a publication that starts tells it to let go of everything.
    await expect.poll(answers, { timeout: 20_000 }).toBeGreaterThanOrEqual(500);
    const extra = {
      PUBLIC_URL: origin,
      TRUSTED_PROXIES: "127.0.0.1",
      PURGE_URLS: !purges ? "" : name === "nginx" ? `http://127.0.0.1:${ports.purge}/` : `${origin}/`,
    };
    const own = await openPublication(`behind-${name}-${occasion}`, extra, ports.publication);
    const stop = async () => void (await Promise.all([stopCache(), own.stop()]));
    return { own, origin, stop };
  } catch (error) {
    await stopCache();
    throw error;
  }
}
