import { comments as aBorderDrawnByARiverThatMoved } from "./comments/a-border-drawn-by-a-river-that-moved.ts";
import { comments as aSeedBankLearnsToForget } from "./comments/a-seed-bank-learns-to-forget.ts";
import { comments as seoulHangangNightSwimmers } from "./comments/seoul-hangang-night-swimmers.ts";
import { comments as theCableMendersOfTheAtlantic } from "./comments/the-cable-menders-of-the-atlantic.ts";
import { comments as theFerryThatKeepsTheStraitOpen } from "./comments/the-ferry-that-keeps-the-strait-open.ts";
import { comments as theForecastThatSaidItDidNotKnow } from "./comments/the-forecast-that-said-it-did-not-know.ts";
import { comments as theLastTideClerkOfIncheon } from "./comments/the-last-tide-clerk-of-incheon.ts";
import { comments as theVillageThatHiredItsGrandchildren } from "./comments/the-village-that-hired-its-grandchildren.ts";
import { comments as whatTheMekongTellsTheRice } from "./comments/what-the-mekong-tells-the-rice.ts";
import type { DemoComment } from "./demo-types.ts";

/** What was said, by the slug of the article. */
const bySlug: Record<string, DemoComment[]> = {
  "the-ferry-that-keeps-the-strait-open": theFerryThatKeepsTheStraitOpen,
  "what-the-mekong-tells-the-rice": whatTheMekongTellsTheRice,
  "the-last-tide-clerk-of-incheon": theLastTideClerkOfIncheon,
  "the-village-that-hired-its-grandchildren": theVillageThatHiredItsGrandchildren,
  "the-cable-menders-of-the-atlantic": theCableMendersOfTheAtlantic,
  "a-border-drawn-by-a-river-that-moved": aBorderDrawnByARiverThatMoved,
  "seoul-hangang-night-swimmers": seoulHangangNightSwimmers,
  "a-seed-bank-learns-to-forget": aSeedBankLearnsToForget,
  "the-forecast-that-said-it-did-not-know": theForecastThatSaidItDidNotKnow,
};

export const comments = Object.entries(bySlug).flatMap(([article, said]) =>
  said.map((comment) => ({ article, ...comment })),
);
