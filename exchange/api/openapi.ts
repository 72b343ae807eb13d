import { z } from "zod";
import {
  articleQuery,
  articleRecord,
  articleWithText,
  commentQuery,
  commentRecord,
  contributorRecord,
  listQuery,
  pageOf,
  problem,
  sectionRecord,
  topicRecord,
} from "./schemas.ts";

const shape = (schema: z.ZodType) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { reused: "inline", io: "output" });
  return json;
};

const answer = (description: string, schema: z.ZodType) => ({
  description,
  content: { "application/json": { schema: shape(schema) } },
});

const unchanged = { description: "You have it already: its ETag is the one in If-None-Match." };
const wrong = answer("A parameter cannot be what it is.", problem);
const absent = answer("There is no such thing that readers may see.", problem);

function parameters(query: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
}

const list = (summary: string, item: z.ZodType, query: z.ZodObject) => ({
  get: {
    summary,
    parameters: parameters(query),
    responses: { 200: answer("A page, newest first.", pageOf(item)), 304: unchanged, 400: wrong },
  },
});

const whole = (summary: string, item: z.ZodType) => ({
  get: { summary, responses: { 200: answer("All of them.", pageOf(item)), 304: unchanged } },
});

/** The description of /api/v1 for programs (OpenAPI 3.1), made from the same schemas as its answers. */
export function openApi(title: string, origin: string) {
  return withShapesByName({
    openapi: "3.1.0",
    info: { title, version: "1", description: "What readers see, for programs. Read-only; no key is needed." },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/articles": list("Published articles", articleRecord, articleQuery),
      "/articles/{id}": {
        get: {
          summary: "An article with its text",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          responses: { 200: answer("The article.", articleWithText), 304: unchanged, 404: absent },
        },
      },
      "/sections": whole("The sections", sectionRecord),
      "/topics": list("Topics that have articles", topicRecord, listQuery),
      "/contributors": list("Contributors who have articles", contributorRecord, listQuery),
      "/comments": list("Approved comments", commentRecord, commentQuery),
    },
  });
}

/** OpenAPI keeps shapes that have a name in one place, and reads references from the beginning of the whole document. */
function withShapesByName<Description extends object>(description: Description) {
  const schemas: Record<string, unknown> = {};
  const paths = JSON.stringify(description, (key, value) => {
    if (key !== "$defs") return value;
    Object.assign(schemas, value);
    return undefined;
  });
  const whole = JSON.stringify({ ...JSON.parse(paths), components: { schemas } });
  return JSON.parse(whole.replaceAll('"#/$defs/', '"#/components/schemas/')) as Description & {
    components: { schemas: Record<string, object> };
  };
}
