import { apiResponse } from "#app/_server/api-route";
import { publicUrl } from "#app/_server/public-url";
import { readSettings } from "#db/settings";
import { openApi } from "#exchange/api/openapi";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const { name } = await readSettings();
  return apiResponse(request, openApi(name, publicUrl().origin));
}
