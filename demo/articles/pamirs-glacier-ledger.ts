import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "pamirs-glacier-ledger",
  section: "asia",
  kicker: "Ice",
  headline: "The glacier’s account book",
  standfirst:
    "A glacier is the one bank whose statements anybody can read. In the Pamirs the statements stopped for eighteen years, and a retired observer turned out to have kept the stubs.",
  bylines: [
    { contributor: "farrukh-nazarov", affiliation: "Doctoral Candidate, Institute for Mountain Waters, Khorog" },
  ],
  topics: ["climate", "measurement", "archives", "rivers"],
  publishedMinutesAgo: 52300,
  picture: {
    id: "pamir-contours",
    alt: "Contour lines of a high valley, closely packed, with a glacier in the middle in blue",
    caption: "Catalogue number 417, at fifty-metre contours. The tongue is drawn where it lay in 1968.",
    credit: "Illustration: National Update",
  },
  views: 980,
  body: `
<p>Glacier 417 has no name, as nobody lived close enough to give it one. It is four kilometres long and lies at the head of a valley in the western Pamirs, facing north, and in the summer of 1968 a party from Dushanbe walked up it with a hand drill and set twenty-two wooden stakes in the ice.</p>
<p>The method has hardly changed. You drill a hole six metres deep, drop a stake in it, and note how much stands out. At the end of summer you return. If more of the stake is showing, the glacier has lost that much; if it is buried, it has gained. High up, where snow accumulates, you dig a pit and weigh the layers instead. Set the gains against the losses, spread the difference over the area, and you have the year’s balance, in millimetres of water. An accountant would be at home with it. Income falls in winter and at the top; expenditure takes place in summer and at the bottom; what is left over, or owing, moves slowly downhill.</p>
<h2>A gap in the books</h2>
<p>For twenty-five years the entries were made, by seven observers in succession, in ledgers ruled by hand. Then there was no more money for helicopters, or for much else, and the last of the ledgers ends, in September 1993, with the sentence: <em>Stakes 4, 9, 15 leaning; will straighten next season.</em></p>
<p>When my generation went back, in 2011, with aluminium stakes and satellite receivers, it was to a glacier whose history had a hole in it. This is worse than it may sound. A mass balance is a sum. It is the running total which shows whether a decade of poor years was a bad patch or a change of regime, and a total with eighteen terms missing is two totals, which cannot be joined. Satellites help with the volume, not with the seasons. We knew roughly how much had gone; we could not say when, and if you cannot say when you cannot say why.</p>
<p>The question mattered beyond our valley, for there is a puzzle about these mountains. Over most of the world glaciers are shrinking fast. In the Karakoram and parts of the Pamirs, around the turn of the century, some of them appeared hardly to shrink at all. Whether the anomaly reached as far west as 417, and whether it is over, were things that the missing years could tell us, had there been anyone to write them down.</p>
<h2>The stubs</h2>
<p>There was. His name was Davlatmamad Shoev and he had been the seventh observer, on a half-salary that ceased in 1994. He lived in the last village below the glacier, where he kept bees. I came to him to ask about a benchmark painted on a rock. We drank tea for most of an afternoon before he mentioned, as one might a weakness for sweets, that he had carried on for a bit.</p>
<p>He had had no pits, no drill and no way of reaching the upper basin alone. What he had was nine stakes in the lower tongue, and two sons. Every year in the second week of September the three walked up and measured how much of each stake was showing, and when one melted out they cut a pole of willow, hammered it into the old hole with a stone, and noted the change. The numbers were in a receipt book from a collective farm, one year to a page. On the counterfoils he had entered the date of the first snow in the village and of the day that the river could no longer be forded. It went up to 2009, when his knees gave out.</p>
<p>I can still see the table as he had drawn it. The figures below are from his book and from the older ledgers, reduced by us to the balance of the whole glacier; how that was done fills <a href="https://varzob.example/ice/417">sixty pages elsewhere</a>.</p>
<table>
<caption>Glacier 417: mean annual balance, in millimetres of water</caption>
<thead><tr><th>Period</th><th>Source</th><th>Mean balance</th><th>Uncertainty</th><th>Years in surplus</th></tr></thead>
<tbody>
<tr><td>1968–1976</td><td>Ledgers 1–3</td><td>−140</td><td>±90</td><td>3</td></tr>
<tr><td>1977–1985</td><td>Ledgers 4–6</td><td>−370</td><td>±90</td><td>1</td></tr>
<tr><td>1986–1993</td><td>Ledger 7</td><td>−290</td><td>±110</td><td>2</td></tr>
<tr><td>1994–2001</td><td>Shoev</td><td>−310</td><td>±190</td><td>1</td></tr>
<tr><td>2002–2009</td><td>Shoev</td><td>−80</td><td>±200</td><td>4</td></tr>
<tr><td>2011–2018</td><td>Aluminium stakes</td><td>−450</td><td>±60</td><td>0</td></tr>
</tbody>
</table>
<h2>What may be spent</h2>
<p>The fifth line is the one that people look at. For about eight years the glacier was as near to solvency as made no difference, and in four of them it put something by. The anomaly did get as far as 417; then it ended. Mr Shoev’s counterfoils say how. In those years snow fell in the village late, well into May, so that the ice was white, and reflected the sun, for the first weeks of summer. It was not colder. It was better covered. Since 2011 the late snows have mostly come as rain.</p>
<p>I have been asked whether a man with a receipt book and three per cent of the glacier ought to be relied upon for a finding of that kind. The uncertainty given is honest, and large. A pole of willow floats a little. Sons, asked to hold a tape straight in a gale, are not instruments. We tested what we could: four of his stakes stood close to points we had levelled, and his river dates follow the gauge at the bridge downstream to within three days. A reviewer wished us to leave the series out on the ground that the observer was not trained. I wrote back that he had been trained for eleven years by the same institute that trained me, and that he was, as far as I could discover, the only one of its staff never to have missed a season.</p>
<p>Nobody farms on the average of a decade. Below 417 there are some nine hundred hectares of wheat, potatoes and apricots, watered in July and August almost wholly by its melt, and for the present there is more of that than there used to be. This is the cruelty of such accounts. A bank that is paying out its capital looks, from the counter, like a generous one. By our reckoning the flow in the late summer will go on rising for about another fifteen years and fall thereafter, and the village, which has been building terraces in the wet years, should be building a reservoir.</p>
<p>Mr Shoev did not live to see the paper, though he saw the proofs. He read the table through with his finger, line by line, and when he reached his own name stopped to ask about the column headed <em>Uncertainty</em>. I explained. He thought ±190 was reasonable. Then he took out a pencil, and in the margin next to 1997 reduced one of his figures by twenty millimetres. The stake had been leaning, he said. He had always meant to straighten it.</p>
`,
};
