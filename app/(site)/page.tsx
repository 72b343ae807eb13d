import { read } from "#db/client";
import { section } from "#db/schema";

export default async function FrontPage() {
  const sections = await read().select({ name: section.name }).from(section);
  return <main>{sections.map(({ name }) => name)}</main>;
}
