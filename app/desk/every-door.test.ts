import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

/*
 * Nothing of the desk answers anybody whom the database has not let pass in this very request. A layout does not count:
 * it is not asked again when one goes from page to page, and never when an action is called.
 */
const check = /\b(?:requireStaff|requireAccount|findDeskStaff|requireArticle|findArticleVisit)\(/;
/** Wrappers that ask before they do anything. */
const asking =
  /=\s*(?:(?:deskAction|articleDeed|writerDeed)\(|formAction\(\s*(?:requireAccount|\(\) => requireStaff)\b)/;

/** Whatever may wait for the right to write says so where it has waited too long. */
const patient = /=\s*(?:deskAction|articleDeed|writerDeed|formAction)\(|\b(?:unlessBusy|orBusy)\b[<(]/;
/** Those that write nothing into the database. */
const readingRoutes = ["desk/articles/[id]/presence/route.ts", "desk/import/upload/route.ts"];
const readingActions = ["findPictures", "findContributors", "findArticles", "describeAddress", "tryLinks"];

const sources = (pattern: string) =>
  globSync(pattern, { cwd: "app" })
    .filter((path) => !path.endsWith(".test.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`app/${path}`, "utf8") }));

/** The exported functions of a file, each from its export to the next one at the left margin. */
const exportsOf = (text: string) =>
  text
    .split(/^(?=\S)/m)
    .reduce<string[]>((parts, part) => {
      if (part.startsWith("export ") || parts.length === 0) parts.push(part);
      else parts[parts.length - 1] += part;
      return parts;
    }, [])
    .filter((part) => part.startsWith("export "));

const nameOf = (part: string) => /(?:function\*?|const|let)\s+(\w+)/.exec(part)?.[1] ?? part.slice(0, 60);

test("every page of the desk asks who it is", () => {
  const pages = sources("desk/**/page.tsx");
  assert.ok(pages.length > 0);
  const open = pages.filter(({ text }) => {
    const page = exportsOf(text).find((part) => part.startsWith("export default"));
    return !page || !check.test(page);
  });
  assert.deepEqual(
    open.map(({ path }) => path),
    [],
  );
});

test("every title that is made from what the desk knows asks, too", () => {
  const open = sources("desk/**/page.tsx").filter(({ text }) => {
    const title = exportsOf(text).find((part) => /function generateMetadata/.test(part));
    return title !== undefined && !check.test(title);
  });
  assert.deepEqual(
    open.map(({ path }) => path),
    [],
  );
});

test("every address of the desk that answers scripts asks who it is, for each method", () => {
  const open = sources("desk/**/route.ts").flatMap(({ path, text }) =>
    exportsOf(text)
      .filter((part) => /^export (?:async )?(?:function|const) (?:GET|POST|PUT|PATCH|DELETE|HEAD)\b/.test(part))
      .filter((part) => !check.test(part) && !asking.test(part))
      .map((part) => `${path}: ${nameOf(part)}`),
  );
  assert.deepEqual(open, []);
});

test("every action of the desk asks who it is", () => {
  const files = sources("**/*.{ts,tsx}").filter(({ text }) => /^\s*["']use server["']/m.test(text));
  const atTheDesk = files.filter(({ path }) => path.startsWith("desk/"));
  assert.ok(atTheDesk.length > 0);
  const open = atTheDesk.flatMap(({ path, text }) =>
    exportsOf(text)
      .filter((part) => !/^export (?:type|interface)\b/.test(part))
      .filter((part) => !check.test(part) && !asking.test(part))
      .map((part) => `${path}: ${nameOf(part)}`),
  );
  assert.deepEqual(open, []);
});

test("every action, and every address that takes something, answers while an import is writing", () => {
  const actions = sources("**/*.{ts,tsx}")
    .filter(({ text }) => /^\s*["']use server["']/m.test(text))
    .flatMap(({ path, text }) => exportsOf(text).map((part) => ({ path, part })));
  const addresses = sources("desk/**/route.ts")
    .filter(({ path, text }) => /^export .*\bPOST\b/m.test(text) && !readingRoutes.includes(path))
    .map(({ path, text }) => ({ path, part: text }));
  assert.ok(actions.length > 40 && addresses.length > 3);
  const silent = [...actions, ...addresses]
    .filter(({ part }) => !patient.test(part) && !readingActions.includes(nameOf(part)))
    .map(({ path, part }) => `${path}: ${nameOf(part)}`);
  assert.deepEqual(silent, []);
});

test("actions stand in files of their own, at the desk and where one signs in, and nowhere else", () => {
  const elsewhere = sources("**/*.{ts,tsx}")
    .filter(({ text }) => /^\s*["']use server["']/m.test(text))
    .filter(({ path, text }) => !/^(?:desk|sign-in)\//.test(path) || !/^["']use server["']/.test(text));
  assert.deepEqual(
    elsewhere.map(({ path }) => path),
    [],
  );
});

test("what is posted while signing in names our own origin, or is refused", () => {
  const { text } = sources("sign-in/actions.ts")[0] ?? { text: "" };
  const open = exportsOf(text).filter((part) => !/formAction\(\s*requireOwnPost\b|await requireOwnPost\(\)/.test(part));
  assert.deepEqual(open.map(nameOf), []);
  assert.ok(exportsOf(text).length >= 6);
});

test("the doors of a single article ask who it is before anything else", () => {
  const parts = exportsOf(readFileSync("app/_server/article-access.ts", "utf8"));
  const deeds = readFileSync("app/_server/article-deed.ts", "utf8");
  assert.match(deeds, /const visit = \(\) => findArticleVisit\(.*\n {4}return answered\(visit, schema, sent, deed\);/);
  assert.match(deeds, /=> answered\(findWriter, schema, sent, deed\);/);
  assert.match(
    deeds,
    /const who = await admit\(\);\n {6}if \(!who\.ok\) return who;\n {6}return parsed\.success \? deed\(/,
  );
  for (const name of ["requireArticle", "findArticleVisit"]) {
    const door = parts.find((part) => nameOf(part) === name) ?? "";
    assert.match(door, /\{\n {2}const staff = await (?:requireStaff|findDeskStaff)\("article:write"\);\n/, name);
    assert.match(door, /mayOpenArticle\(staff, article\)/, name);
  }
});

test("a page without the check is noticed", () => {
  const page = exportsOf('import x from "y";\nexport default async function Page() {\n  return null;\n}\n')[0] ?? "";
  assert.equal(check.test(page), false);
  assert.equal(asking.test("export const open = formAction(async () => undefined, schema, deed);"), false);
  assert.equal(asking.test('export const shut = deskAction("log:read", schema, deed);'), true);
});
