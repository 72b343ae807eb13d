import { examine } from "./examination.ts";
import { quickParts } from "./parts.ts";

/** `npm run check`: what can be known without a build and a browser, in under a minute. */
export const run = (): Promise<number> => examine(quickParts);
