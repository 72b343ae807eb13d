import type { PresenceAnswer, SaveAnswer, StandingDraft } from "#core/draft-answer";
import type { SaveRequest } from "./draft-keeper.ts";

/** How long the desk may take before it counts as out of reach. */
const PATIENCE = 15_000;

/** What browsers send along while a page goes away. */
const MOST_AT_PARTING = 60_000;

const post = (address: string, body: unknown, more: RequestInit = {}) =>
  fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    redirect: "error",
    ...more,
  });

/** Anything but an answer of the desk itself, a proxy's error page say, is no answer; 503 is one, while it is busy. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!isJson || (response.status >= 500 && response.status !== 503)) {
    throw new Error(`The desk answered ${response.status}.`);
  }
  return (await response.json()) as Answer;
}

export async function sendDraft(articleId: number, request: SaveRequest): Promise<SaveAnswer> {
  const response = await post(`/desk/articles/${articleId}/draft`, request, { signal: AbortSignal.timeout(PATIENCE) });
  return answerOf<SaveAnswer>(response);
}

/** One last try while the page goes away. What is too long for that stays on the device until the article is opened. */
export function sendAtParting(articleId: number, request: SaveRequest): void {
  if (new Blob([JSON.stringify(request)]).size > MOST_AT_PARTING) return;
  post(`/desk/articles/${articleId}/draft`, request, { keepalive: true }).catch(() => undefined);
}

export async function fetchStandingDraft(articleId: number): Promise<StandingDraft | undefined> {
  const response = await fetch(`/desk/articles/${articleId}/draft`, { redirect: "error" });
  return response.ok ? answerOf<StandingDraft>(response) : undefined;
}

/** Which version stands at the desk; undefined where it does not say. */
export async function fetchVersion(articleId: number): Promise<number | undefined> {
  try {
    const response = await fetch(`/desk/articles/${articleId}/presence`, { redirect: "error" });
    return response.ok ? (await answerOf<{ version: number }>(response)).version : undefined;
  } catch {
    return undefined;
  }
}

export async function tellPresence(articleId: number, page: string): Promise<PresenceAnswer | undefined> {
  try {
    const response = await post(`/desk/articles/${articleId}/presence`, { page });
    return response.ok ? await answerOf<PresenceAnswer>(response) : undefined;
  } catch {
    return undefined;
  }
}

export function tellAbsence(articleId: number, page: string): void {
  post(`/desk/articles/${articleId}/presence`, { page, leaves: true }, { keepalive: true }).catch(() => undefined);
}
