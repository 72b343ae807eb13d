import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "who-insures-the-harvest",
  section: "economy",
  kicker: "Insurance",
  headline: "Who insures the harvest?",
  standfirst:
    "Policies that pay out by satellite were meant to replace the adjuster, the form and the wait. In northern Ghana farmers like them, and keep up an older policy as well: relatives who live under different rain.",
  bylines: [{ contributor: "amara-osei-bonsu", affiliation: "Fellow, Volta Centre for Economic History, Accra" }],
  topics: ["finance", "farming", "climate", "measurement"],
  publishedMinutesAgo: 3100,
  picture: {
    id: "harvest-bars",
    alt: "Bars of unequal height standing like sheaves in a field, half of them shaded",
    caption: "Rain that was measured; maize that was not.",
    credit: "Illustration: National Update",
  },
  views: 890,
  body: `
<p>In the third week of July, three seasons back, it did not rain on the fields of Alhassan Fuseini. It rained on the other side of the road. He stood and watched it. He was growing nine acres of maize near Savelugu, which was coming into tassel, when it needs water more than at any other time, and twelve days later he could have read a newspaper through the leaves. The pixel in which his farm is situated, four kilometres by four as seen by a satellite, had received thirty-one millimetres. His policy was triggered at twenty-five.</p>
<p>An actuary calls this basis risk: the danger that the thing insured against and the thing that happens will turn out not to be the same. It is the price of a very good idea. To insure a small farm in the old way, somebody must drive out to it and decide how much has been lost, and how much of that through idleness; what with the petrol, this costs more than the maize. Index insurance does away with the visit. If it rains less than so much, over such a place, in such a month, everyone there is paid, in four days, by telephone. There is nothing to prove. There is no reason to let a crop die that might be saved.</p>
<p>Savannah Cover, the scheme to which Mr Fuseini belongs, has 23,000 members between Tamale and the border. I have been through its accounts for six seasons, with the help of its manager, a former seed merchant called Mr Baba Yakubu, who is proud of it and does not hide things. Alongside we put a survey in which the members were asked to say what they had harvested. The result is a table with four boxes, and there is hardly anything else to be known about insurance.</p>
<table>
<caption>Savannah Cover, six seasons: share of member-seasons, in per cent</caption>
<thead><tr><th></th><th>Policy paid</th><th>Policy did not pay</th></tr></thead>
<tbody>
<tr><th>Harvest lost (by a third or more)</th><td>13</td><td>9</td></tr>
<tr><th>Harvest not lost</th><td>6</td><td>72</td></tr>
</tbody>
</table>
<p>The 72 is peace. The 13 is the scheme doing what it was made for. The six is luck, and nobody complains of it. But of every twenty-two bad harvests nine went unpaid, and in those nine the farmer was worse off than if he had never heard of insurance, by exactly his premium. A cover that pays in six disasters out of ten is not six-tenths of an insurance. To a household near the edge it may be less than none. It makes a worst year worse.</p>
<p>Members know this perfectly well. They have not seen the table, but they have each a cousin in it. What interested me was that four in five renew, and when asked for the reason rarely mention rain. “If it pays, I buy fertiliser,” one woman told the survey. “If it doesn’t pay, I have been with people who were paid.” The money in a good year for claims, that is to say a bad year for maize, comes to the village in a lump. It is lent on. By following the loans of one community near Diare we found that of every hundred cedis that the index had got wrong, by paying those with no loss, some thirty-seven had within three months reached those with a loss and no payment. The box marked six had been leaking into the box marked nine.</p>
<p>None of this would surprise a historian of the savanna. Long before there were pixels families here held insurance against local drought, in the only form in which it could be held, as relatives. It was prudent to be related by marriage to a village far enough off to have different rain. When <a href="https://voltacentre.example/papers/marriage-and-rain">my colleagues and I plotted marriages</a> from the registers of three parishes, from the 1930s to the ’60s, the favoured distance proved to be between fifty and seventy kilometres. Thunderstorms in that country are about twenty across. A day’s walk was too near, for you would starve together; much beyond two, and nobody could carry the grain.</p>
<p>That older cover had a basis risk of its own. You might be on bad terms with your son-in-law. It was also regressive: big families could spread themselves over the map, and a widow with one child could not. Premiums were paid in the form of funerals attended, guests fed, nephews housed for years on end. I have heard development economists describe all this as free. They were not the ones housing the nephews.</p>
<p>The useful question, then, is not whether the new sort will drive out the old. It is whether either of them can be designed in the knowledge that the other is there. At present the satellite’s contracts are written as if each farmer stood alone beneath his pixel. Suppose that one-tenth of each payment went by rule to a common box, held by the savings group, to be shared out by the members as they thought right to those whom the index had missed. They know who these are. They can see across the road. Mr Yakubu put something of the kind to his reinsurers in Zurich two years ago. They were interested, and they asked how one would audit it.</p>
<p>In four villages near Nanton he has gone ahead without them, out of the scheme’s surplus. I sat in last season on the first sharing-out. There was 4,100 cedis in the box, and eleven claims upon it. It took from after the afternoon prayer until dark, and it was in its way a loss adjustment of great rigour: they discussed not rain but weeding. One man was told, kindly, by his own aunt, that his maize had died of football. He got a fifth of what he had asked for. The highest award went to a woman who had made no claim at all and was not present, being away at her daughter’s, sixty kilometres off, to see whether there was anything to spare.</p>
<p>Mr Fuseini’s nine acres are outside the pilot. He renewed anyway. The scheme has shrunk its pixels this year to one kilometre by one, so that the road, he pointed out, is now between him and the rain officially.</p>
`,
};
