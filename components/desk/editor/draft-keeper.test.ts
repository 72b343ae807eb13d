import assert from "node:assert/strict";
import { test } from "node:test";
import { type Draft, emptyDraft } from "#core/draft";
import type { SaveAnswer, StandingDraft } from "#core/draft-answer";
import type { KeptDraft } from "#core/kept-draft";
import { createDraftKeeper, PAUSE, type SaveRequest, type SaveState } from "./draft-keeper.ts";

const draft = (headline: string): Draft => ({ ...emptyDraft, headline });

const savedAt = "2026-11-23T12:00:00.000Z";
const saved = (version: number): SaveAnswer => ({ kind: "saved", version, savedAt, slug: "a", state: "draft" });
const theirs: StandingDraft = {
  version: 7,
  slug: "a",
  state: "draft",
  content: draft("Theirs"),
  savedBy: "Theo",
  savedAt,
};

/** A desk whose answers are given one by one, a clock that is moved by hand, and a device's memory. */
function aDesk(version = 1) {
  const sent: SaveRequest[] = [];
  const answers: ((answer: SaveAnswer | Error) => void)[] = [];
  const states: SaveState[] = [];
  const timers = new Map<number, { at: number; run: () => void }>();
  let clock = 0;
  let next = 1;
  const device: { kept: KeptDraft | undefined } = { kept: undefined };
  const keeper = createDraftKeeper({
    version,
    send: (request) => {
      sent.push(request);
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
    device: {
      write: (kept) => {
        device.kept = kept;
        return true;
      },
      clear: () => {
        device.kept = undefined;
      },
    },
    onState: (state) => states.push(state),
    now: () => clock,
    setTimer: (run, milliseconds) => {
      timers.set(next, { at: clock + milliseconds, run });
      return next++;
    },
    clearTimer: (timer) => timers.delete(timer as number),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    keeper,
    sent,
    states,
    device,
    async pass(milliseconds: number) {
      clock += milliseconds;
      for (const [id, timer] of [...timers]) {
        if (timer.at > clock) continue;
        timers.delete(id);
        timer.run();
      }
      await settle();
    },
    async answer(answer: SaveAnswer | Error) {
      answers.shift()?.(answer);
      await settle();
    },
    kind: () => keeper.state().kind,
  };
}

test("words are on the device at once and at the desk within a second of a pause", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("The"));
  assert.equal(desk.device.kept?.content.headline, "The");
  await desk.pass(PAUSE - 100);
  desk.keeper.typed(draft("The ferry"));
  await desk.pass(PAUSE - 100);
  assert.equal(desk.sent.length, 0);
  await desk.pass(100);
  assert.deepEqual(
    desk.sent.map(({ version, content }) => [version, content.headline]),
    [[1, "The ferry"]],
  );
  await desk.answer(saved(2));
  assert.equal(desk.kind(), "saved");
  assert.equal(desk.device.kept, undefined);
});

test("what is typed while a save is under way is sent next, from the version that save made", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("One"));
  await desk.pass(PAUSE);
  desk.keeper.typed(draft("One two"));
  await desk.pass(PAUSE);
  assert.equal(desk.sent.length, 1);
  await desk.answer(saved(2));
  assert.equal(desk.device.kept?.version, 2);
  await desk.pass(PAUSE);
  assert.deepEqual([desk.sent[1]?.version, desk.sent[1]?.content.headline], [2, "One two"]);
});

test("without a network the words stay on the device, and go out unchanged when it is back", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("In mid-"));
  await desk.pass(PAUSE);
  await desk.answer(new Error("no network"));
  assert.equal(desk.kind(), "offline");
  desk.keeper.typed(draft("In mid-sentence"));
  assert.equal(desk.device.kept?.content.headline, "In mid-sentence");
  desk.keeper.wake();
  assert.equal(desk.sent[1]?.content.headline, "In mid-");
  await desk.answer(saved(2));
  await desk.pass(PAUSE);
  assert.equal(desk.sent[2]?.content.headline, "In mid-sentence");
  assert.equal(desk.sent[2]?.version, 2);
});

test("a desk that does not answer is asked again, more rarely, and is found within four seconds of its return", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Patience"));
  await desk.pass(PAUSE);
  await desk.answer(new Error("gone"));
  await desk.pass(2_000);
  await desk.answer(new Error("gone"));
  await desk.pass(2_000);
  assert.equal(desk.sent.length, 2);
  await desk.pass(2_000);
  assert.equal(desk.sent.length, 3);
  for (let time = 0; time < 15; time += 1) {
    await desk.answer(new Error("gone"));
    await desk.pass(4_000);
  }
  assert.equal(desk.sent.length, 18);
});

test("who was signed out is asked after ever more rarely", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Gone home"));
  await desk.pass(PAUSE);
  for (let time = 0; time < 5; time += 1) {
    await desk.answer({ kind: "signed-out" });
    await desk.pass(30_000);
  }
  await desk.answer({ kind: "signed-out" });
  await desk.pass(29_000);
  assert.equal(desk.sent.length, 6);
});

test("somebody who was signed out keeps every word, and is saved once signed in again", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Kept"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "signed-out" });
  assert.equal(desk.kind(), "signed-out");
  assert.equal(desk.device.kept?.content.headline, "Kept");
  desk.keeper.wake();
  await desk.answer(saved(2));
  assert.equal(desk.kind(), "saved");
});

test("a newer text at the desk is never overwritten: nothing more is sent until somebody decides", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Mine"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "newer-version", theirs });
  desk.keeper.typed(draft("Mine, more"));
  await desk.pass(60_000);
  assert.equal(desk.sent.length, 1);
  assert.equal(desk.device.kept?.content.headline, "Mine, more");
  assert.equal(await desk.keeper.flush(), false);
});

test("going on with one's own text keeps the other beside it", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Mine"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "newer-version", theirs });
  const decided = desk.keeper.keepMine();
  assert.deepEqual([desk.sent[1]?.version, desk.sent[1]?.how], [7, "beside"]);
  await desk.answer(saved(8));
  await decided;
  assert.equal(desk.kind(), "saved");
});

test("going on with the other text sets one's own aside first, and does not happen where that fails", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Mine"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "newer-version", theirs });
  const failed = desk.keeper.keepTheirs();
  await desk.answer(new Error("no network"));
  assert.equal(await failed, false);
  assert.equal(desk.kind(), "collision");
  const decided = desk.keeper.keepTheirs();
  assert.deepEqual([desk.sent[2]?.content.headline, desk.sent[2]?.how], ["Mine", "set-aside"]);
  await desk.answer({ kind: "set-aside" });
  assert.equal(await decided, true);
  assert.equal(desk.keeper.version(), 7);
  assert.equal(desk.device.kept, undefined);
});

test("an article that is no longer one's own to edit takes no more words, and loses none", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Too late"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "not-found" });
  assert.equal(desk.kind(), "not-found");
  assert.equal(desk.device.kept?.content.headline, "Too late");
  await desk.pass(60_000);
  assert.equal(desk.sent.length, 1);
});

test("words that an earlier visit left on the device are sent from the version they were made from", async () => {
  const desk = aDesk(5);
  desk.keeper.restore({ version: 3, content: draft("Left behind"), at: 0 });
  await desk.pass(0);
  assert.equal(desk.sent[0]?.version, 3);
  await desk.answer({ kind: "newer-version", theirs });
  assert.equal(desk.kind(), "collision");
});

test("before a step everything typed is at the desk, or the step is not taken", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("Ready"));
  const flushed = desk.keeper.flush();
  await desk.answer(saved(2));
  assert.equal(await flushed, true);
  desk.keeper.typed(draft("Not ready"));
  const failed = desk.keeper.flush();
  await desk.answer(new Error("no network"));
  assert.equal(await failed, false);
});

test("while an import is writing, the words stay on the device and are sent again until the desk takes them", async () => {
  const desk = aDesk();
  desk.keeper.typed(draft("One"));
  await desk.pass(PAUSE);
  await desk.answer({ kind: "busy" });
  assert.equal(desk.kind(), "busy");
  assert.equal(desk.device.kept?.content.headline, "One");
  desk.keeper.typed(draft("Two"));
  assert.equal(desk.kind(), "busy", "typing on changes nothing about it");
  await desk.pass(2_000);
  assert.deepEqual(
    desk.sent.map(({ content }) => content.headline),
    ["One", "One"],
  );
  await desk.answer(saved(2));
  await desk.pass(PAUSE);
  await desk.answer(saved(3));
  assert.deepEqual([desk.kind(), desk.sent.at(-1)?.content.headline, desk.device.kept], ["saved", "Two", undefined]);
});
