import assert from "node:assert/strict";
import { test } from "node:test";
import { oldSiteAddress } from "./old-site.ts";

test("an old site is told by its name, with or without https", () => {
  assert.equal(oldSiteAddress("old.example.org"), "https://old.example.org");
  assert.equal(oldSiteAddress("http://old.example.org/wp-content/"), "http://old.example.org");
});

test("machines of the house, other ports and other protocols are no old site", () => {
  for (const typed of [
    "http://127.0.0.1",
    "http://169.254.169.254/latest",
    "http://[::1]/",
    "http://2130706433/",
    "localhost",
    "printer.local",
    "https://old.example.org:8443",
    "https://user:word@old.example.org",
    "file:///etc/passwd",
    "",
    "not a site",
  ]) {
    assert.equal(oldSiteAddress(typed), undefined, typed);
  }
});
