import { type ChildProcess, spawn } from "node:child_process";

export type Outcome = { code: number; output: string };

/** Runs a JavaScript or TypeScript file on this Node and keeps quiet about it; what it said comes back. */
export function runQuietly(file: string, typed: string[], extra: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file, ...typed], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...extra },
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    const free = endWith(child);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      free();
      // Whoever was interrupted is not a part that failed; some programs say so by their code only.
      if (signal === "SIGINT" || signal === "SIGTERM" || code === 130 || code === 143) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Passes on what asks us to stop; returns how to let go of the child. */
export function endWith(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
