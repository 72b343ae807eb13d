import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { expect } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import { freePort, openAgain, openPublication } from "./publication.ts";

/*
 * The caches of deploy/ in front of a publication, each as Debian has it and with the very file that operators are given,
 * with nothing but ports and folders changed.
 */

/** `plain` is where readers are sent to TLS from. */
type Ports = { cache: number; plain: number; purge: number; publication: number };
type Outside = {
  missing: string | undefined;
  /** Whether the publication hears from it who has read what it keeps. */
  tellsOfViews: boolean;
  start: (folder: string, ports: Ports) => ChildProcess;
};

const missing = (...files: string[]) => files.find((file) => !existsSync(file));
const deploy = (file: string) => readFileSync(join("deploy", file), "utf8");

function nginxSite(folder: string, { plain, purge, publication }: Omit<Ports, "cache">): string {
  return deploy("nginx.conf")
    .replaceAll("/var/cache/nginx/national-update", join(folder, "kept"))
    .replaceAll("/etc/nginx/lua", join(process.cwd(), "deploy"))
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${publication}`)
    .replaceAll("127.0.0.1:8099", `127.0.0.1:${purge}`)
    .replaceAll(/listen \[::\].*;/g, "")
    .replace("listen 80;", `listen 127.0.0.1:${plain};`);
}

function writeNginx(folder: string, site: string): void {
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
}

/** What nginx says of the very file, with a certificate filled in; empty where it has nothing to say. */
export async function complaintsOfNginx(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "national-update-cache-"));
  try {
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    const given = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=news.example"];
    execFileSync("openssl", [...given, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    const site = nginxSite(folder, { plain: await freePort(), purge: await freePort(), publication: await freePort() })
      .replace("listen 443 ssl http2;", `listen 127.0.0.1:${await freePort()} ssl http2;`)
      .replace("/etc/letsencrypt/live/news.example/fullchain.pem", certificate)
      .replace("/etc/letsencrypt/live/news.example/privkey.pem", key);
    writeNginx(folder, site);
    mkdirSync(join(folder, "temporary"));
    const { stderr } = spawnSync("/usr/sbin/nginx", ["-t", "-p", folder, "-c", join(folder, "nginx.conf")], {
      encoding: "utf8",
    });
    return stderr
      .split("\n")
      .filter((line) => !/syntax is ok|test is successful|^$/.test(line))
      .join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const caches: Record<string, Outside> = {
  nginx: {
    missing: missing("/usr/sbin/nginx", "/usr/lib/nginx/modules/ngx_http_lua_module.so"),
    tellsOfViews: true,
    start: (folder, ports) => {
      const site = nginxSite(folder, ports)
        .replace("listen 443 ssl http2;", `listen 127.0.0.1:${ports.cache};`)
        .replaceAll(/ssl_certificate(?:_key)? .*;/g, "");
      writeNginx(folder, site);
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
  const ports = {
    cache: await freePort(),
    plain: await freePort(),
    purge: await freePort(),
    publication: await freePort(),
  };
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
    let running = own;
    const stop = async () => void (await Promise.all([stopCache(), running.stop()]));
    const openOnceMore = async () => {
      running = await openAgain(own, extra);
    };
    return { own, origin, ports, openOnceMore, stop };
  } catch (error) {
    await stopCache();
    throw error;
  }
}
