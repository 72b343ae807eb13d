import type { DemoComment } from "../demo-types.ts";

export const comments: DemoComment[] = [
  {
    key: "forecast-1",
    name: "Sister Bríd Heneghan",
    email: "brid.heneghan@example.org",
    at: 330,
    text: "I know the priest. He has told the story several times from the altar, and in it he had looked at his telephone.",
    status: "approved",
  },
  {
    key: "forecast-2",
    parent: "forecast-1",
    name: "P. J. Mannion",
    email: "pj.mannion@example.net",
    at: 415,
    text: "In the version told in our pub he was in full vestments and the barometer was falling in Latin.",
    status: "approved",
  },
  {
    key: "forecast-3",
    name: "Annika Wredenfors",
    email: "annika.wredenfors@example.org",
    at: 780,
    text: "I forecast for a living, in a service with triangles. The hardest thing to convey upstairs is the finding about the confident days: that admitting ignorance on two of them in a month made the other twenty-eight worth more. They hear only the two.",
    status: "approved",
  },
  {
    key: "forecast-4",
    parent: "forecast-3",
    name: "Deepak Sathe",
    email: "deepak.sathe@example.net",
    at: 1104,
    text: "Try telling them that it is a matter of pricing. A grocer who throws out the bad eggs can charge for the rest. It worked with our finance people, who are not otherwise poetic.",
    status: "approved",
  },
];
