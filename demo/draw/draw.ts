import { mkdirSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { pictures } from "#demo/draw/pictures";

const folder = new URL("../pictures/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const weight = 120 * 1024;

const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !pictures.has(id));
if (unknown.length > 0) throw new Error(`No such picture: ${unknown.join(", ")}`);

/** The lightest of a few qualities that is needed: line work of great density is allowed a little less. */
async function press(drawn: string): Promise<Buffer> {
  // Drawn at twice the size and brought down, so that hairlines stay even.
  const plate = await sharp(Buffer.from(drawn), { density: 144, unlimited: true })
    .resize(1800, 1200, { kernel: "lanczos3" })
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer();
  let pressed: Buffer = Buffer.alloc(0);
  for (const quality of [82, 77, 72]) {
    pressed = await sharp(plate, { raw: { width: 1800, height: 1200, channels: 3 } })
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer();
    if (pressed.length < weight) break;
  }
  return pressed;
}

for (const id of asked.length > 0 ? asked : pictures.keys()) {
  const drawn = pictures.get(id)?.();
  if (drawn === undefined) continue;
  const pressed = await press(drawn);
  writeFileSync(`${folder}${id}.webp`, pressed);
  console.log(`${id}  ${Math.round(pressed.length / 1024)} KB`);
}
