import assert from "node:assert/strict";
import { test } from "node:test";
import { isEverything, isNetwork, networkAround, networkOf } from "#core/networks";

test("one IPv4 address is one network, however it is written", () => {
  assert.equal(networkOf("192.0.2.7"), networkOf("::ffff:192.0.2.7"));
  assert.notEqual(networkOf("192.0.2.7"), networkOf("192.0.2.8"));
});

test("addresses of one IPv6 /64 are one network, and those of another are not", () => {
  assert.equal(networkOf("2001:db8::1"), networkOf("2001:0DB8:0:0:ffff::2"));
  assert.notEqual(networkOf("2001:db8::1"), networkOf("2001:db8:0:1::1"));
});

test("a banned network is found by an address in it, not by one beside it", () => {
  const banned = ["198.51.100.0/24", "2001:db8:dead::/48"];
  assert.equal(networkAround("198.51.100.255", banned), "198.51.100.0/24");
  assert.equal(networkAround("2001:db8:dead:beef::1", banned), "2001:db8:dead::/48");
  assert.equal(networkAround("198.51.101.0", banned), undefined);
  assert.equal(networkAround("not an address", banned), undefined);
});

test("what is no network is told from one that is", () => {
  for (const text of ["192.0.2.1", "192.0.2.0/24", "::/0", "2001:db8::/32"]) assert.ok(isNetwork(text), text);
  for (const text of ["192.0.2.256", "192.0.2.0/33", "1:2", "::1::", "example.org", "10.0.0.0/8/8"]) {
    assert.ok(!isNetwork(text), text);
  }
});

test("a network that is everybody is told from one that is many", () => {
  assert.ok(isEverything("0.0.0.0/0") && isEverything("::/0"));
  assert.ok(!isEverything("10.0.0.0/8") && !isEverything("192.0.2.7") && !isEverything("nobody/0"));
});
