import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { test } from "node:test";
import { TooManyWaiting } from "#core/few-at-once";
import { renderThrough } from "#delivery/next-render";
import { newPageContext } from "#delivery/page-context";

const form = { name: "reply", values: {}, errors: { text: "Please write a comment." } };

/** A renderer that has finished nothing until it is told to. */
function slowRenderer() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const render = renderThrough(async (request: IncomingMessage, response: ServerResponse) => {
    begun.push(request.url as string);
    await new Promise<void>((resolve) => void ends.push(resolve));
    response.end("page");
  });
  const endAll = async (asked: readonly Promise<unknown>[]) => {
    const settled = Promise.allSettled(asked);
    let isOver = false;
    void settled.then(() => {
      isOver = true;
    });
    while (!isOver) {
      for (const end of ends.splice(0)) end();
      await new Promise(setImmediate);
    }
    return settled;
  };
  return { render, begun, endAll };
}

test("an article waits neither for strangers' searches nor for forms that were refused", async () => {
  const { render, begun, endAll } = slowRenderer();
  const floods = Array.from({ length: 60 }, (_, number) => [
    render(`/search?q=${number}`, newPageContext()),
    render("/asia/strait", newPageContext(form)),
    render(`/asia?page=2&after=${number}`, newPageContext()),
  ]).flat();
  const late = render("/asia/just-published", newPageContext());
  assert.deepEqual(begun, ["/search?q=0", "/asia/just-published"]);
  const results = await endAll([...floods, late]);
  assert.equal(results.at(-1)?.status, "fulfilled");
});

test("of searches and refused forms no more wait than can be answered soon; the others are refused at once", async () => {
  const { render, endAll } = slowRenderer();
  const asked = Array.from({ length: 250 }, (_, number) =>
    render(number % 2 ? "/asia/strait" : `/search?sort=${number}`, newPageContext(number % 2 ? form : undefined)),
  );
  const results = await endAll(asked);
  const refused = results.filter((result) => result.status === "rejected");
  assert.equal(refused.length, 250 - 101);
  for (const { reason } of refused) assert.ok(reason instanceof TooManyWaiting);
  assert.equal((await endAll([render("/search?q=later", newPageContext())]))[0]?.status, "fulfilled");
});

test("what stands on every page has its turn whatever waits, and is never refused", async () => {
  const { render, begun, endAll } = slowRenderer();
  const pages = Array.from({ length: 1_100 }, (_, number) => render(`/asia/${number}`, newPageContext()));
  const part = render("/page-part/header?current=asia", newPageContext());
  assert.ok(begun.includes("/page-part/header?current=asia"));
  const results = await endAll([...pages, part]);
  assert.equal(results.filter(({ status }) => status === "rejected").length, 1_100 - 1_004);
  assert.equal(results.at(-1)?.status, "fulfilled");
});
