/**
 * The walls of the house: the table of docs/design.md as a rule for each folder. A folder always may import
 * itself; tests may in addition set their scene with anything of core, db and delivery.
 *
 * `packages`: which packages of npm ("any" or a list); `node`: whether Node's own modules are allowed.
 */
const house = {
  core: { imports: [], packages: ["zod"], node: false },
  db: {
    imports: ["core"],
    packages: ["drizzle-orm", "better-sqlite3", "zod", "@node-rs/argon2", "@zxcvbn-ts/language-common", "otpauth"],
    node: true,
  },
  exchange: { imports: ["core", "db"], packages: "any", node: true },
  components: { imports: ["core"], packages: "any", node: false },
  delivery: { imports: ["core", "db", "exchange/mail-transport\\.ts"], packages: "any", node: true },
  app: { imports: ["core", "db", "components", "exchange", "delivery/page-context\\.ts"], packages: "any", node: true },
  cli: { imports: ["core", "db", "delivery", "exchange", "demo"], packages: "any", node: true },
  demo: { imports: ["core"], packages: "any", node: true },
};

const isTest = "(\\.test\\.ts$|/testing/)";
const anyFolder = Object.keys(house).concat("e2e", "bench");

/** What the public reads never reaches what staff work in, nor the packages that only the desk needs. */
const desk = [
  "^app/(desk|sign-in|api)/",
  "^app/_server/(desk|session)",
  "^components/desk/",
  "/node_modules/(@tiptap|@simplewebauthn|next-auth|otpauth|qrcode)/",
  "^node_modules/(@tiptap|@simplewebauthn|next-auth|otpauth|qrcode)/",
];

const folderRules = Object.entries(house).flatMap(([folder, { imports, packages, node }]) => {
  const foreign = anyFolder.filter((other) => other !== folder && !imports.includes(other));
  const partly = imports.filter((entry) => entry.includes("/")).map((entry) => `^${entry}$`);
  const rules = [
    {
      name: `${folder}-imports`,
      comment: `${folder} may import ${imports.join(", ") || "no other folder"}.`,
      severity: "error",
      from: { path: `^${folder}/`, pathNot: isTest },
      to: { path: `^(${foreign.join("|")})/`, pathNot: partly },
    },
  ];
  if (packages !== "any") {
    rules.push({
      name: `${folder}-packages`,
      comment: `${folder} may use ${packages.join(", ")} of npm and nothing else.`,
      severity: "error",
      from: { path: `^${folder}/`, pathNot: isTest },
      to: { path: "node_modules/", pathNot: packages.map((name) => `node_modules/(@types/)?${name}/`) },
    });
  }
  if (!node) {
    rules.push({
      name: `${folder}-is-pure`,
      comment: `${folder} uses nothing of Node: it decides or shows, and neither reads files nor the clock.`,
      severity: "error",
      from: { path: `^${folder}/`, pathNot: isTest },
      to: { dependencyTypes: ["core"] },
    });
  }
  return rules;
});

export default {
  forbidden: [
    ...folderRules,
    {
      name: "site-never-reaches-the-desk",
      comment: "app/(site) reaches nothing of the desk, not even through another file.",
      severity: "error",
      from: { path: "^app/\\(site\\)/" },
      to: { path: desk, reachable: true },
    },
    {
      name: "next-only-where-delivery-starts-it",
      comment: "Delivery names Next in serve.ts alone.",
      severity: "error",
      from: { path: "^delivery/", pathNot: "^delivery/serve\\.ts$" },
      to: { path: "node_modules/(next|react|react-dom)/" },
    },
    {
      name: "nothing-below-app-knows-react",
      comment: "Markup is made in components and app.",
      severity: "error",
      from: { path: "^(core|db|exchange|cli)/" },
      to: { path: "node_modules/(next|react|react-dom)/" },
    },
    {
      name: "tests-stay-in-tests",
      comment: "What runs for readers needs nothing that exists for tests.",
      severity: "error",
      from: { pathNot: [isTest, "^e2e/"] },
      to: { path: isTest },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-import-into-the-void",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-undeclared-package",
      comment: "A package that is used is named in package.json, so that it does not vanish with another one.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "a-reader-needs-no-developer",
      comment: "What runs in production is no development dependency.",
      severity: "error",
      from: { path: "^(core|db|exchange|components|delivery|app)/", pathNot: isTest },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    // TypeScript 7 has no compiler in JavaScript that a tool could call, so swc reads the files.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
      mainFields: ["module", "main", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
