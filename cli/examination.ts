import { needs, type Part } from "./parts.ts";

/**
 * Looks through all parts, one after another, and says what each found in one line; what a failed one said follows it.
 * Ends with what was skipped and with the sum, alone on its line. Returns 0 where nothing failed.
 */
export async function examine(parts: readonly Part[]): Promise<number> {
  const failed: Part[] = [];
  let passed = 0;
  let broken = 0;
  const skipped: string[] = [];
  for (const part of parts) {
    const needed = needs.get(part);
    if (needed && failed.includes(needed)) {
      console.log(`- ${part.name}: left out, since the ${needed.name} failed`);
      continue;
    }
    const began = Date.now();
    const finding = await part.look();
    passed += finding.passed;
    broken += finding.failed;
    skipped.push(...(finding.skipped ?? []));
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (finding.failed === 0) {
      const left = finding.skipped?.length ? `, ${finding.skipped.length} skipped` : "";
      console.log(`✓ ${part.name}${finding.passed > 1 ? `: ${finding.passed}${left}` : ""} (${seconds} s)`);
      if (finding.remark) console.log(finding.remark);
    } else {
      failed.push(part);
      console.log(`\n✗ ${part.name} failed (${seconds} s)\n${finding.output.trim()}\n`);
    }
  }
  if (failed.length > 0) console.log(`Failed: ${failed.map(({ name }) => name).join(", ")}`);
  if (skipped.length > 0) console.log(`${skipped.length} skipped:\n${skipped.map((each) => `  ${each}`).join("\n")}`);
  console.log(`${passed} passed, ${broken} failed`);
  return broken === 0 ? 0 : 1;
}
