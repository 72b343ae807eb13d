import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "in-praise-of-slow-ports",
  section: "opinion",
  kicker: "Trade",
  headline: "In praise of slow ports",
  standfirst: "The fastest harbours in the world have abolished waiting. They should have kept a little.",
  bylines: [{ contributor: "priya-raghunath", affiliation: "Columnist, National Update" }],
  topics: ["shipping", "cities"],
  publishedMinutesAgo: 880,
  picture: null,
  views: 760,
  body: `
<p>For six years it was among my duties to compile a table. Each quarter I ranked the ports of our coast by turnaround, which is the time from a ship’s taking her pilot to her dropping him. The best was under a day. The worst, a small place that I shall not name because I am fond of it, took four. Every quarter I attached a note recommending that the last be made more like the first, and in the end I was listened to.</p>
<p>I have just been back. The cranes are new and the berth has been deepened. A ship is in and out in twenty-two hours. Nothing in the table distinguishes the port any longer from its betters, and I walked about in it for a day trying to understand what I had done.</p>
<p>When a vessel lay there for four days her crew went ashore. They had their teeth seen to. There was a chandler, a seamen’s library run by a Jesuit, a man who mended radar sets, two boarding-houses and a shipping court, which sat on Thursdays since by then there was always something to sit on. Chief engineers talked to the man with the radar sets. He knew what was wearing out, in every ship on that run, some months before their owners did, and twice to my knowledge he kept one from going to sea. No column in the table was headed with his name. He has retired to his daughter’s. A ship that is in port for twenty-two hours has her repairs done somewhere else, or sometime else, or not.</p>
<p>I do not wish to be misunderstood. Waiting is mostly waste, and those who praise it have as a rule been waiting in comfort. Fruit rots. Four days at anchor cost the owner a fortune, which he recovered from us. If you had asked the crews they would have asked for pay before dentistry.</p>
<p>But there are two sorts of time in a harbour. One is friction, and we were right to go after it: the missing stamp, the crane under repair, the tide. The other is what a planner would call slack, and any sailor would call margin. It’s the berth not booked, the tug not hired out, the hours at the end of a call in which it is possible for somebody to notice something. Friction and slack have the same units. In a table you cannot see which is which, and so a campaign against the first will always be paid for in part with the second.</p>
<p>We learned that when the big terminals seized up some years ago, one after another, from one closed yard. They were the quickest anywhere, and full to the hour. A port run at ninety-seven per cent of its capacity has no means of being late that does not make tomorrow late as well. What got the boxes moving on our coast, for five bad weeks, was a string of slow ports with grass between the rails. Mine took eleven diverted ships. It had the room. Someone thanked it, and sent it the money to modernise.</p>
<p>My proposal is modest, and will be hated by everyone I used to work with. Keep the table; add a column. Let each port report, next to how fast it turned a ship round when all was well, how many more it could have taken on its worst day. Pay for the second figure as we do for the first. An empty berth should have an owner, a budget, a line in a minister’s speech.</p>
<p>The library has gone, by the way. I asked. Its books were offered to the crew of a bulk carrier, and they were delighted, but there was no time to load them.</p>
`,
};
