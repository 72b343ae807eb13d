import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "chips-sand-and-patience",
  section: "asia",
  kicker: "Semiconductors",
  headline: "Chips are a crop",
  standfirst:
    "The industry that sells speed is itself one of the slowest on earth. Anyone who wants to understand its shortages should spend less time with physicists and more with farmers.",
  bylines: [
    { contributor: "alasdair-crum", affiliation: "Science Editor, National Update" },
    { contributor: "seo-yeon-ju", affiliation: "Senior Researcher, Hanbit Institute for Maritime Studies" },
  ],
  topics: ["semiconductors", "measurement"],
  publishedMinutesAgo: 1630,
  picture: {
    id: "wafer",
    alt: "A round silicon wafer divided into a grid of dies, some of them shaded as faulty",
    caption: "Six hundred and forty dies, of which, on a good day, six hundred and two will work.",
    credit: "Illustration: National Update",
  },
  views: 1720,
  body: `
<p>A wafer which starts down the line at a plant in Icheon on the first of March will come off it in the second week of June. In between it will be washed some two hundred times, coated, baked, exposed to light, etched, bombarded with ions, polished flat and measured, in an order of about a thousand steps, many of them repeats of one another with a different mask. It spends most of those hundred days waiting. If a customer rings up in May to say that he would like twice as many, the only truthful reply is the one that a maize grower would give him.</p>
<p>The comparison is less fanciful than it sounds. A fabrication plant has a sowing date and a harvest; it has a yield, and calls it that; it depends to an uncomfortable degree on water; and its product is worth a great deal in a year when everybody else has planted too little and not much when they have not. What distinguishes it from a farm is that the barn costs fifteen billion dollars and is out of date in six years.</p>
<h2>Sand, but whose?</h2>
<p>It is a commonplace that chips are made of sand. They are made of it in the sense that a violin is made of forest. Quartz is dug and reduced with carbon in an arc furnace to a grey metal about 98% pure, which is good enough for alloying with aluminium and for very little else. The metal is turned into a gas, the gas distilled, and the silicon got back from it in rods, by now so clean that there is less than one foreign atom to every billion of its own. The rods are broken up, with care, and melted in a crucible. A seed of crystal is lowered till it touches the surface and then drawn upward, turning, by a millimetre or so a minute. It takes two days for the ingot to grow to the length of a man.</p>
<p>Every stage has a neck. The crucible, for instance, has to be of fused quartz purer than the silicon’s own ore, and for decades the best of it has been made from the rock of a few hillsides in North Carolina. A crucible is used once, for one ingot, and cracks as it cools. A supervisor at a crystal-pulling works in Gumi, Ms Noh Ji-an, keeps a shelf of the fragments. “People ask what we manufacture,” she said. “In terms of weight, broken pots.”</p>
<h2>The queue is the factory</h2>
<p>Stand on the visitors’ gallery of a modern plant and what you see is traffic. Sealed boxes, each with twenty-five wafers in it, travel along rails in the ceiling, hesitate, change lanes, descend. There are perhaps three thousand boxes in motion or at rest. The machines beneath them cost between two million dollars and two hundred million, and the whole art of running the place consists in seeing that those at the upper end are never short of something to do. It follows that there must always be a queue in front of them; it follows from <em>that</em> that a wafer’s life is one of queues. Engineers speak of the X-factor, the ratio between the time a lot takes to get through and the time it would need if it were alone in the world. At two, the plant is in good order. At four somebody is going to be shouted at.</p>
<p>The mathematics was worked out for telephone exchanges a century ago, and is merciless. Run a line at 80% of what it can do and the waiting is tolerable. Run it at 95% and the waiting is several times as long. In a shortage every customer asks for the plant to be run at 95%. The output rises by a little, the delay by a lot, and the customers, seeing the delay, order more to be on the safe side. This is how a world short of some tenth of its chips came a few years ago to have order books for half as many again as it could use. Most of those orders were dew. They were gone by nine o’clock.</p>
<p>“We were asked to expand for demand that was the reflection of our own lateness,” says Heo Min-seok, who planned capacity for a maker of memory before he took up, at fifty, the growing of pears. His orchard is in Naju. He planted it the same month that his last plant broke ground, and for some while he watched the two of them together. The trees bore first.</p>
<h2>A dry spring</h2>
<p>Wafers are rinsed in water so pure that it would be unpleasant to drink. A large plant takes in thirty or forty thousand tonnes of the ordinary kind a day, as much as a city of a hundred and fifty thousand people; in a drought such as the one that emptied Taiwan’s reservoirs in the spring of 2021 it must buy water by the lorry-load, as rice fields near by are left fallow under compensation to release it. The engineers found that they could recycle rather more than they had supposed. So, it should be said, did the rice growers of an earlier generation, when they were first made to take turns.</p>
<p>Taking turns is not in the nature of the trade. Each firm builds when the price is high, since that is when the banks will lend; each brings its new capacity in three years later, together with all the others. Agricultural economists described such a cycle among pig breeders in the 1920s. The farmers’ remedies are well known and were a long time coming: the granary, the co-operative, the forward contract, the almanac. All have now been tried on chips, under more imposing names. Stockpiles are <em>strategic reserves</em>. The almanac is called a resilience dashboard. The forward contract, which obliges a buyer of microcontrollers to pay for them whether or not he still wants them, is known as take-or-pay, and is by some distance the most effective, because it makes people think before they telephone.</p>
<p>None of them shortens the season. What might is a willingness to make do with a thinner range: a car has a hundred kinds of chip in it where thirty might serve, each with its own hundred days, for much the same reason that a valley once had a hundred kinds of apple. Here we are on the side of the apples, though not of the microcontrollers.</p>
<p>In Naju it was blossom time when we called. Mr Heo was going along the rows with a stick that had a tuft of feathers at the end, carrying pollen from tree to tree, since the bees are fewer than they were and the pears cannot be hurried and cannot be left. He does four hundred trees a day. Halfway down the fifth row his telephone rang; an old customer, as it happened, who wished to know, for old times’ sake, if there was any way of getting something sooner. Mr Heo heard him out, reached up, and touched another flower.</p>
`,
};
