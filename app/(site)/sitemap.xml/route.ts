import { writeSitemapIndex } from "#app/_server/sitemap-queries";
import { xmlResponse } from "#app/_server/xml-response";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return xmlResponse(await writeSitemapIndex());
}
