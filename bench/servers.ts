import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { BROWSER } from "./load.ts";

const running = new Set<ChildProcess>();

/** `tell` says something to a process of ours and waits for the same word back. */
export type Server = { url: string; pid: number; stop: () => Promise<void>; tell: (word: string) => Promise<void> };

/** Starts a process and waits until its address answers. */
export async function start(
  command: string,
  given: string[],
  url: string,
  env: Record<string, string> = {},
): Promise<Server> {
  const child = spawn(command, given, {
    stdio: ["ignore", "ignore", "pipe", command === process.execPath ? "ipc" : "ignore"],
    env: { ...process.env, ...env },
  });
  let complaint = "";
  child.stderr?.on("data", (part) => (complaint += part));
  running.add(child);
  child.on("close", () => running.delete(child));
  for (let time = 0; ; time += 1) {
    if (child.exitCode !== null) throw new Error(`${command} ${given.join(" ")} ended: ${complaint}`);
    if (await answers(url)) break;
    if (time > 600) throw new Error(`${command} ${given.join(" ")} does not answer at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.on("close", () => resolve());
      child.kill("SIGTERM");
    });
  const tell = (word: string) =>
    new Promise<void>((resolve) => {
      child.on("message", function heard(answer) {
        if (answer !== word) return;
        child.off("message", heard);
        resolve();
      });
      child.send(word);
    });
  return { url, pid: child.pid ?? 0, stop, tell };
}

export const stopAll = (): void => {
  for (const child of running) child.kill("SIGKILL");
};

const answers = (url: string) =>
  ask(url).then(
    () => true,
    () => false,
  );

export type Answer = { status: number; headers: string[]; body: Buffer; etag: string | undefined };

/** One request, as a browser sends it, answered with its raw bytes. */
export function ask(url: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(
      url,
      { method: options.method ?? "GET", headers: { ...BROWSER, ...options.headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.rawHeaders,
            body: Buffer.concat(parts),
            etag: response.headers.etag,
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(options.body);
  });
}

/** CPU time a process has used so far, in ms (user and system, its threads included). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1_024;
}

const nginx = ["/usr/sbin/nginx", "/usr/bin/nginx"].find(existsSync);

/** nginx serving the same bytes as a ready file, or undefined where it is not installed. */
export async function startNginx(folder: string, port: number, body: Buffer): Promise<Server | undefined> {
  if (!nginx) return undefined;
  const root = join(folder, "nginx");
  mkdirSync(join(root, "temp"), { recursive: true });
  writeFileSync(join(root, "page.html"), body);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${root}/temp;`,
  );
  writeFileSync(
    join(root, "nginx.conf"),
    `daemon off; pid ${root}/pid; error_log stderr; worker_processes 1;
     events { worker_connections 1024; }
     http { access_log off; default_type text/html; open_file_cache max=10; keepalive_requests 1000000; sendfile on;
            ${temporary.join(" ")}
            server { listen 127.0.0.1:${port}; root ${root}; location / { try_files /page.html =404; } } }`,
  );
  return start(nginx, ["-c", join(root, "nginx.conf"), "-p", root], `http://127.0.0.1:${port}/`);
}
