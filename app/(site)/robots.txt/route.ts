import { publicUrl } from "#app/_server/public-url";
import { findSettings } from "#app/_server/site-queries";
import { robotsText } from "#exchange/feeds/robots";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { aiCrawlers } = await findSettings();
  return new Response(robotsText(publicUrl().origin, aiCrawlers), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
