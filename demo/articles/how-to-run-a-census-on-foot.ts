import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "how-to-run-a-census-on-foot",
  section: "world",
  kicker: "Counting",
  headline: "How to count a mountain on foot",
  standfirst:
    "Satellites can find every roof in Lesotho in an afternoon. It still takes a person with a pencil, and sometimes a pony, to say who sleeps beneath it.",
  bylines: [
    { contributor: "ruth-adeyinka-cole", affiliation: "Director, Lagoon Institute for Public Statistics, Lagos" },
  ],
  topics: ["measurement", "cities"],
  publishedMinutesAgo: null,
  state: "in-review",
  picture: {
    id: "census-grid",
    alt: "A hillside divided into numbered squares, with a dotted footpath visiting each house",
    caption: "Enumeration area 31: ninety-four roofs from above, sixty-eight households from below.",
    credit: "Illustration: National Update",
  },
  views: 0,
  body: `
<p>The instruction manual has 212 pages, and the sentence that matters is on page nine. <em>Before asking anything, greet; before greeting, be seen to arrive.</em> I did not write it. It was put in by the supervisor of the northern team, Mrs ’Malerato Thabane, after a day in which two of her enumerators came over the back of a hill upon a homestead where the owner had a dog, a stick and a cousin who owed money.</p>
<p>We were in the mountains of Lesotho, east of the Senqu, at the invitation of a university that wished to try out a method. It was not a census in law. It was a rehearsal for one, over forty enumeration areas, and its purpose was to learn what you can find out about a population from the air and what you have to walk for. I have run such pilots in eleven countries. In every one somebody has told me, in the first week, that walking will be unnecessary next time.</p>
<p>The imagery was magnificent. Each roof had been outlined and numbered by a machine, which we were warned was right in ninety-seven cases out of a hundred; and so it was, about roofs. In area 31 it had marked ninety-four. When Mrs Thabane’s people had been round to them all they came back with sixty-eight households. Eleven of the roofs were kitchens, belonging to a house with another number. Six were for goats. Five were empty for reasons that had to be asked about one at a time. Four were not roofs: they were threshing floors, round and pale, and even I could have sworn to them. On the other side of the account were two families that lived in one rondavel with a curtain, and an old shepherd in a cave, with a door, whom the satellite had understandably passed over.</p>
<p>None of that is the fault of the machine. A roof is a fact about building and a household is a fact about supper. The definition used almost everywhere, and arrived at after a hundred and fifty years of trying others, is that a household consists of people who eat from the same pot, and no instrument looking down on the world has ever seen a pot.</p>
<p>For those who may one day have to do it, here is the procedure, as amended by a mountain.</p>
<ol>
<li><p><strong>Walk the boundary first,</strong> all of it, with someone who was born inside. Boundaries on maps follow streams; boundaries in heads follow grazing. Where the two differ, write down both, and count to the one in the head.</p></li>
<li><p><strong>Go to the chief on Monday</strong> and to the women’s burial society on Tuesday. The chief will give you permission. The society has the list.</p></li>
<li><p><strong>Take each path to its end</strong> and come back by another. Every house missed in the pilot lay at the end of a path that an enumerator had been assured went nowhere.</p></li>
<li><p><strong>Ask who slept here last night</strong> before you ask who lives here. The first is a matter of fact. The second is a matter of hope, particularly when it concerns sons in Johannesburg.</p></li>
<li><p><strong>Count again on the sixth day</strong> a tenth of what you counted on the first, with different people, and publish the difference whatever it is.</p></li>
</ol>
<p>The last is the one that governments find hard. A count with no published error looks better than one with an error of four per cent, rather as a clock without hands is never wrong. Ours, when we did it, was 3.1% of persons, nearly all infants and lodgers. I have known it to be nine.</p>
<p>There was a young man on the team called Tumelo Ralitapole, a graduate in geomatics, who had been employed for the drone. It was a good drone. By Wednesday of the first week a child in area 12 had hit it with a stone from a sling, at some sixty metres, to general admiration, and for the remaining eighteen days Tumelo walked. He had blisters like everyone. He had also, by the end, the lowest miss rate of any enumerator but one, and I asked him what he put it down to. He had been noticing smoke, he said. At half past five in the morning you sat on the ridge with the sheet and saw which roofs had a fire. “One pot, one smoke,” said Tumelo. He had flown a camera over that valley fourteen times, at eleven o’clock, when the light was best.</p>
<p>His method is now in the manual as an annex. We tested it against the full round, and smoke at dawn gives households to within five per cent, for the cost of getting up. It will not work in July, when everyone has a fire in two rooms, nor in a town. Few things work everywhere. The reason for walking is that it shows you, before the form is printed, which question is going to be answered by politeness.</p>
<p>I am sometimes asked why it should matter, for a mountain, whether the number is 311 or 322. Nurses are posted on the number, and desks. Boreholes are sunk at one to so many. But there is a thing the old supervisors know and do not put in their reports, which is that people remember having been counted. In area 19 a woman of about eighty let us into her house, answered everything, watched as her name was written down and asked to have it read to her. Then she wanted to know who the others had been, before her, on the page. She listened to the whole column, nodding, as if at a roll-call.</p>
<p>“And I come after Mapule,” she said. It was correct. Mapule’s was the house below, and the path led from there to here.</p>
`,
};
