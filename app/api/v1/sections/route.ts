import { apiListing } from "#app/_server/api-route";
import { answerSections } from "#exchange/api/listings";

export const dynamic = "force-dynamic";
export const GET = apiListing(answerSections);
