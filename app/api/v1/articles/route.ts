import { apiListing } from "#app/_server/api-route";
import { answerArticles } from "#exchange/api/listings";

export const dynamic = "force-dynamic";
export const GET = apiListing(answerArticles);
