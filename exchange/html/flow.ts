import type { Block } from "#core/document";
import { card, isBareAddress } from "./addresses.ts";
import { Line } from "./line.ts";

/** Blocks as they are put together: finished ones, and the line that words still run into. */
export class Flow {
  readonly blocks: Block[] = [];
  readonly line = new Line();

  /** Ends the line: what ran into it becomes paragraphs, and an address alone on its line becomes a card. */
  end(): void {
    for (const content of this.line.take()) {
      const only = content.length === 1 ? content[0] : undefined;
      if (only?.type === "text" && !only.marks && isBareAddress(only.text)) this.blocks.push(card(only.text));
      else this.blocks.push({ type: "paragraph", content });
    }
  }

  put(...blocks: Block[]): void {
    this.end();
    this.blocks.push(...blocks);
  }
}
