import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-airport-with-one-flight-a-week",
  section: "world",
  kicker: "Islands",
  headline: "Wednesday comes in from the west",
  standfirst:
    "Kiritimati has an airport, a runway of two thousand metres, and one scheduled flight a week. Everything else on the island is arranged around its absence.",
  bylines: [{ contributor: "tomas-lindqvist", affiliation: "Europe Correspondent, National Update" }],
  topics: ["islands", "oceans"],
  publishedMinutesAgo: 10400,
  picture: {
    id: "island-dots",
    alt: "A wide empty ocean with a few scattered dots for islands and one dotted line of flight",
    caption: "The nearest airport with a daily service is more than two thousand kilometres off.",
    credit: "Illustration: National Update",
  },
  views: 830,
  body: `
<p>On Tuesday evenings a man drives the length of the runway to look for crabs. There is rarely more than a handful and they leave of their own accord, but the drive is in the manual, and he does it at walking pace with the window down. On Wednesday the fire engine is started. At the hotel they count sheets. In the four villages, London, Tabwakea, Banana and Poland (the first and the last are said to have been so christened by a French priest with a copra lease, who was homesick for Europe in general), people who have not written a letter in six days sit down and write one. Towards noon everybody who owns a vehicle is seen to have an errand in the direction of the airfield.</p>
<p>Kiritimati is one of the largest coral atolls in the world, and lies more or less in the middle of the Pacific. It belongs to Kiribati, whose capital is over three thousand kilometres to the west. It keeps the earliest clock on earth, fourteen hours ahead of Greenwich, so that for those few thousand inhabitants each day is new, and generally unaccompanied. In the season when I was there the aircraft came up from Fiji, stayed for an hour, and went back.</p>
<p>I had gone there, I may as well admit, to write something sad. One has ideas about such places. They are at the end of the line; they are waiting. It took about three days before I noticed that nobody was.</p>
<p>Consider onions. An onion can be had from the aeroplane on Wednesday for a great deal of money, or out of the ship, which comes every couple of months, for a reasonable amount; by the seventh week there are none. Teekoa Ioane, who has one of the two larger stores in London, is a practised reader of the curve. Nobody, she told me, buys onions in the week after the ship. They buy what will run out soonest. The demand for onions peaks when she has about forty left, and at this point she stops selling them, and begins giving them, one apiece, to households that have a birthday. “If I sell the last onion I make three dollars,” she said. “Then I have to live here.”</p>
<p>A weekly flight is, for practical purposes, a calendar. In a city, time is infinitely divisible, and therefore it is always possible to be late. Here there is a single event, and people are either before it or after it. The clinic orders tests on Monday, as blood keeps two days. Parents are asked to settle quarrels with the school by Tuesday night, when the headmaster’s report goes into the bag. A guide named Biribo, who takes visiting anglers out after bonefish on the flats, told me that couples have a phrase for matters that are to be left unsaid until someone has gone: <em>after the door shuts.</em> He said that it saved a lot of trouble. He said that sometimes what you had been waiting to say turned out to have gone too.</p>
<hr>
<p>It is not paradise, and a week is a long time to be ill. Two years ago the aircraft developed a fault in Nadi and for five Wednesdays there was nothing overhead but frigate birds. A woman in Banana whose labour had gone wrong was brought through it by a nurse, on the telephone to a surgeon in Suva, with the lamps of a fishing lodge. Mother and child are well. The nurse, whose name is Tiareti, does not like to hear the story told as though it had been a triumph. She would have preferred an aeroplane. She keeps a list, and updates it, of the persons on the island who could not last until the next one: it had four names on it when I was there, and their owners know.</p>
<p>So there is a case for a second flight, which is made every year and refused every year, on the arithmetic. Forty seats out of some hundred and sixty are filled. A Saturday service would fill the same forty twice over with people who had thinner reasons. In Teekoa’s opinion, two a week would be the worst of all. “With one, you know you must manage,” she said. “With seven, you needn’t. With two you would always have just missed it.”</p>
<p>I have thought about that remark more than about anything said to me last year by a minister of transport. There is an idea at large that remoteness is a distance, so that every extra flight makes a place less remote by the same amount. On Kiritimati you can see it is also a skill, which rests on a certain clarity about what will and will not be coming. Half a connection spoils the one without supplying the other. The tinned-food shelves grew longer, I was told, in the year that a company in Honolulu promised a ship a month. It came five times; the gardens had been let go.</p>
<p>On my own Wednesday I got to the airfield early, like everyone else. The immigration officer was also the postmaster. A church group was singing, in three parts, for someone’s aunt. A hundred and fifty people had come to see off eleven, and when the machine had put down, taken them in, and turned, nobody left. They stood at the fence with their fingers through it, till it was a noise, and after it was a noise. Then, all along the fence, I could see it happen from my window: people turning to one another and starting to talk.</p>
`,
};
