import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceName } from "./device.ts";

test("a device is named as its owner would", () => {
  assert.equal(
    deviceName("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    "Firefox on Windows",
  );
  assert.equal(
    deviceName(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    ),
    "Safari on iPhone",
  );
  assert.equal(
    deviceName(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    ),
    "Edge on Windows",
  );
});

test("an unknown one says so, and repeats nothing of what it was sent", () => {
  assert.equal(deviceName("<script>alert(1)</script>"), "Unknown device");
  assert.equal(deviceName(""), "Unknown device");
});
