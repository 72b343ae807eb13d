import { apiPlace, apiResponse } from "#app/_server/api-route";
import { answerArticle } from "#exchange/api/listings";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const found = await answerArticle((await params).id, await apiPlace(), new Date());
  return found ? apiResponse(request, found) : apiResponse(request, { message: "There is no such article." }, 404);
}
