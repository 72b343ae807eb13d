import { notFound } from "next/navigation";
import type { SearchParams } from "#app/_server/page-address";
import { contentOf } from "../../part";

type Props = { params: Promise<{ part: string }>; searchParams: SearchParams };

/** A part alone, as delivery asks for it to put it into pages. */
export default async function PartPage({ params, searchParams }: Props) {
  const content = contentOf((await params).part);
  if (!content) notFound();
  const { current } = await searchParams;
  return <template data-part-content="">{await content(typeof current === "string" ? current : undefined)}</template>;
}
