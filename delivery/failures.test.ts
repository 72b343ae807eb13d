import assert from "node:assert/strict";
import { test } from "node:test";
import { hearOfFailures, tellOfFailure } from "#delivery/failures";

test("what fails is heard of with its address; whoever leaves while sending is no failure", () => {
  const heard: [message: string, target: string][] = [];
  hearOfFailures((error, target) => heard.push([(error as Error).message, target]));
  tellOfFailure(new Error("no such table: revision"), "/asia");
  tellOfFailure(Object.assign(new Error("aborted"), { code: "ECONNRESET" }), "/sign-in");
  tellOfFailure(new Error("Unexpected end of form"), "/desk/media");
  // A mail server that hangs up is one of ours.
  tellOfFailure(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }), "/desk/staff");
  assert.deepEqual(heard, [
    ["no such table: revision", "/asia"],
    ["read ECONNRESET", "/desk/staff"],
  ]);
});
