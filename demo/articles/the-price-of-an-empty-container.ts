import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-price-of-an-empty-container",
  section: "economy",
  kicker: "Freight",
  headline: "The price of a box of air",
  standfirst:
    "About a quarter of the containers on the move at any moment hold nothing at all. What somebody will pay for one tells you more about trade than what is in the others.",
  bylines: [
    { contributor: "seo-yeon-ju", affiliation: "Senior Researcher, Hanbit Institute for Maritime Studies" },
    { contributor: "amara-osei-bonsu", affiliation: "Fellow, Volta Centre for Economic History, Accra" },
  ],
  topics: ["shipping", "finance"],
  publishedMinutesAgo: 560,
  picture: {
    id: "containers",
    alt: "A wall of stacked shipping containers in several colours, some of them outlined only, as if empty",
    caption: "Full or empty, a forty-foot box takes up the same slot.",
    credit: "Illustration: National Update",
  },
  views: 1270,
  body: `
<p>You can tell an empty container by knocking on it, but the men at Gamman depot in Busan do not need to. An empty is carried differently. The reach-stacker that bears a loaded box with its boom low, like someone taking soup to table, will toss an empty up to the seventh tier and be off before it has stopped booming. There are nineteen thousand of them on the site. Not one has anything in it, and each, on the morning we called, was worth ninety dollars a week to somebody who was not there.</p>
<p>The container made trade cheap by making everything the same shape. The drawback of a standard shape is that it does not fold. Korea sends abroad washing machines, and tyres, and synthetic fibre, which fill boxes; the ships come back with grain and ore, which do not use them, and with a good deal less in the way of manufactures than they took. The same goes for China, more so. So every week some hundreds of thousands of steel boxes must be brought back across an ocean with nothing inside but the air of the last place, and the cost has to fall upon somebody.</p>
<p>It falls first on the line, which owns or leases the box and pays to lift it, carry it and set it down: by the usual reckoning about four hundred dollars across the Pacific when ships have room, and three times that when they have not. But it is not left there. It is put into the price of the loaded leg. A Californian who buys a Korean refrigerator pays for the refrigerator’s passage, and for the box’s return fare too.</p>
<p>Mr Yun Tae-sik has managed the depot for sixteen years, and before that fixed holes in the floors of the things he now counts. He keeps a book, in which on the first of the month he writes what a leasing company will offer for a sound forty-foot box, as is, where is, in five yards whose managers he speaks to by telephone. The numbers are averages for a year in which nothing special happened.</p>
<table>
<caption>One empty forty-foot box, five places: from the depot’s own book, in dollars</caption>
<thead><tr><th>Yard</th><th>To buy, used</th><th>Pick-up charge or credit</th><th>Days idle, median</th></tr></thead>
<tbody>
<tr><td>Busan</td><td>1,760</td><td>+150</td><td>9</td></tr>
<tr><td>Ningbo</td><td>1,820</td><td>+240</td><td>6</td></tr>
<tr><td>Long Beach</td><td>1,190</td><td>−310</td><td>27</td></tr>
<tr><td>Felixstowe</td><td>1,240</td><td>−120</td><td>22</td></tr>
<tr><td>Tema</td><td>1,580</td><td>−40</td><td>41</td></tr>
</tbody>
</table>
<p>The column to read is the third. Where boxes are wanted you pay to be given one. Where they pile up you are paid to take it away, on condition that you return it somewhere better. Mr Yun calls the distance between the most positive and the most negative figure “the tilt”. For most of the year in question it was five or six hundred dollars. In the second winter of the pandemic, when ships were queuing off California and the boxes with them, he recorded a tilt of more than six thousand; the price of the air in a container exceeded, for some weeks, that of the container.</p>
<p>Of the five, Tema, in Ghana, is the odd one out, and it has things to teach the others. Boxes are plentiful there, for the country imports a great deal in containers, and the credit for taking one away ought to be large. It is next to nothing. They sit six weeks on average, and nobody hurries to move them, since they are not really idle. Two in five have been rented to someone. In the streets behind the port there are rows of them which are shops; a tailor named Mrs Efua Donkoh has been in the same one, a line’s property, on a rolling monthly lease, for eight years. The doors face the road and the corner castings are still clean, in case it should be called for.</p>
<p>A shop in a box is common enough in most of the world. What is unusual about Tema is that the lines know, and price it. A clerk at one of them showed us a tariff. It is cheaper by far to leave boxes with Mrs Donkoh at thirty dollars a month than to ship them to Asia in the slack season; when the tilt steepens they are asked for back, at a fortnight’s notice, with a bonus. In the mad winter the rows behind the port thinned out in a few weeks. Tailors and sellers of telephone cards were paid eight hundred dollars each to move into the open. Mrs Donkoh bought two sewing machines with hers, and then, in spring, had her pick of the returning boxes. She chose one without a dent.</p>
<p>Economists looking at the empties generally see waste, and propose a cure: boxes that collapse into a fifth of their height, pools in which the lines would share them, platforms matching somebody’s surplus with another’s want. All these exist. Folding boxes cost double and take two men four minutes to put up, and they leak. Pools work well in a region, and fail across oceans because every line would be a little happier to draw on the pool than to stock it. As for platforms, they have found what Mr Yun found with his telephone. It is easy to know where the boxes are. The problem is that they are all there for the same reason.</p>
<p>It might be better to stop thinking of the empty box as a cost of trade and take it for a measurement. A world that sent as much each way would have no tilt. The boxes would never travel hollow, and no one would make a shop of one. That they do is evidence, refreshed weekly, and harder to fudge than a trade balance, of how far the making of things and the buying of them have moved apart. A tariff or a subsidy can be declared to have succeeded. Mr Yun waits a few months and looks at the third column.</p>
<p>Before we left he took us up to the top of the office stair, from which one sees over the stacks to the berths. A ship from Oakland was working. The crane put down a box, and another, and a reach-stacker came and tossed them to the seventh tier. You could hear each one land. “Long way,” said Mr Yun, “to hear that.”</p>
`,
};
