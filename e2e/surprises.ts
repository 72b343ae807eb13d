import type { BrowserContext, ConsoleMessage, Request, Response } from "playwright/test";

/**
 * Everything that goes wrong in a browser without anybody looking: errors in the console (a refusal of the content
 * security policy is one), scripts that throw, requests that fail, and any request to somebody else's server.
 */
export class Surprises {
  #found: string[] = [];
  #expected: RegExp[] = [];
  #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  /** Says that a journey provokes this itself. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  watch(context: BrowserContext, { scripts }: { scripts: boolean }): void {
    context.on("console", (message) => this.#console(message));
    context.on("weberror", (error) => this.#note(`A script threw: ${error.error().message}`));
    context.on("request", (request) => this.#request(request));
    context.on("requestfailed", (request) => {
      // With scripts off Chromium refuses each script by itself, which is what the journey asked for.
      if (scripts || request.resourceType() !== "script") this.#failed(request);
    });
    context.on("response", (response) => this.#response(response));
  }

  /** What nobody expected, for the end of a journey. */
  get unexpected(): string[] {
    return this.#found.filter((found) => !this.#expected.some((pattern) => pattern.test(found)));
  }

  #note(surprise: string): void {
    this.#found.push(surprise);
  }

  #console(message: ConsoleMessage): void {
    // A page that answers 404 or 422 is an answer, and the journey says itself which one it awaits; what a page loads
    // is looked at in #response.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    this.#note(`The console says: ${message.text()} (${message.location().url})`);
  }

  #request(request: Request): void {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== this.#home) this.#note(`A third party was asked: ${request.url()}`);
  }

  #failed(request: Request): void {
    const reason = request.failure()?.errorText ?? "";
    // The browser itself ends what a reader leaves behind by going on.
    if (reason !== "net::ERR_ABORTED") this.#note(`A request failed: ${request.url()} (${reason})`);
  }

  #response(response: Response): void {
    const worst = response.request().isNavigationRequest() ? 500 : 400;
    if (response.status() >= worst) this.#note(`${response.url()} answered ${response.status()}`);
  }
}
