import { feedRoute } from "#app/_server/feed-route";

export const dynamic = "force-dynamic";
export const GET = feedRoute("section", "atom");
