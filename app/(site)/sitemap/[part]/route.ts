import { writeSitemapPart } from "#app/_server/sitemap-queries";
import { xmlResponse } from "#app/_server/xml-response";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  return xmlResponse(await writeSitemapPart((await params).part));
}
