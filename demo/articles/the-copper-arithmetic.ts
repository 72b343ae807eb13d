import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-copper-arithmetic",
  section: "economy",
  kicker: "Metals",
  headline: "The arithmetic of copper",
  standfirst:
    "To electrify the world will take as much of the metal in thirty years as has been dug in all of history. Seen from a pit in the Atacama and a tailings dam in Zambia, the sum looks different.",
  bylines: [
    { contributor: "ignacio-fuenzalida", affiliation: "Editor, Norte Grande Commodity Review, Antofagasta" },
    { contributor: "chanda-mulenga", affiliation: "Southern Africa Correspondent, National Update" },
  ],
  topics: ["metals", "climate", "measurement"],
  publishedMinutesAgo: -1440,
  picture: {
    id: "copper-map",
    alt: "Two maps side by side: the copper belts of Chile and Peru, and of Zambia",
    caption: "The two great belts. One is running short of grade, the other of patience.",
    credit: "Map: National Update",
  },
  views: 0,
  body: `
<p>Here is the sum, as it is usually presented. Up to now mankind has mined some seven hundred million tonnes of copper, nearly all of it since 1900. Motors, cables, transformers and charging posts enough to run the world on electricity would need about as much again by the middle of the century. An electric car has eighty kilograms in it, where one that burns petrol has little more than twenty. A mine takes sixteen or seventeen years from discovery to first metal. Therefore there will not be enough; therefore the price must rise; therefore kindly buy the shares of whoever is presenting the sum.</p>
<p>There is nothing false in it. But it is a sum done with one kind of number, tonnes of metal, and people whose work is copper do not think in tonnes of metal. In Chile they think in grade, and in Zambia in water. We decided to do the arithmetic again from either end.</p>
<h2>From the pit</h2>
<p>The rock that goes into a crusher in the Atacama today contains on average about six and a half kilograms of copper to the tonne. A century ago, when the great pit at Chuquicamata was opened, it held over twenty. Nothing has gone wrong; miners are not fools and they take the best first. But to get one tonne of copper you now need to blast, haul, crush and grind not fifty tonnes of rock but a hundred and fifty, and to do so from a hole which is deeper each year, with lorries that drive farther uphill.</p>
<p>Grinding is where the current goes. A concentrator of the ordinary size draws as much as a city of three hundred thousand. Ernestina Callejas, who runs the grinding floor of one above Calama, puts it as a domestic matter. “You are making flour,” she said. “Only that the grain is getting harder, and there’s less and less wheat in it, and the customer wants it as white as before.” She has been a miller, as she calls it, for twenty-four years. In that time the energy her mills take for each tonne of copper has gone up by half. The solar panels for which the metal is wanted stand in rows outside, and feed the mills, which grind the ore, out of which come panels. This is not absurd. It pays back many times over, as it happens. But the multiple shrinks with the grade, and no one puts it in the presentation.</p>
<h3>A note on water</h3>
<p>The mills need water as well, and there is none. It is brought from the Pacific, desalted, and pumped up three thousand metres through a hundred and seventy kilometres of pipe. By the time that it arrives a cubic metre costs something like five dollars. Much the greater part is recovered, and goes round again. What is lost is lost mostly in the tailings, that grey mud of spent rock which has to be put somewhere for ever; a modern mine is to an ever larger extent a machine for storing mud, with copper as the by-product.</p>
<h2>From the dam</h2>
<p>On the Copperbelt the ore is three or four times as rich. There the trouble is that it is under water: some of the shafts round Chililabombwe lift dozens of tonnes of it for each tonne of ore. And there is mud there too, a hundred years of it. The dam behind Kitwe known as Old Number Four is a flat-topped hill eighty metres high, upon which children fly kites. It was put there when recovery was poor, between the 1930s and the ’70s. It has been sampled by a small company with a drill rig, and the top forty metres turn out to contain nine kilograms of copper to the tonne.</p>
<p>That is better than most of the ore which is now being drilled, blasted and hauled from the pits of Chile, and it has already been ground. The fact is not much talked about. Waste has no discovery date or ribbon, and it belongs in law to somebody who would prefer to be rid of it, or who was merged, in 1982, into somebody else. We asked the company’s geologist, Mr Mwila Kapotwe, how he had come upon it. He grew up on the north side of the dam. “My grandfather made this,” he said. “He used to say that they were throwing away every third shovel. He was a shoveller.”</p>
<table>
<caption>What must be moved for one tonne of copper: round figures, three sources</caption>
<thead><tr><th>Source</th><th>Grade, kg per tonne</th><th>Rock or scrap handled, tonnes</th><th>Energy, gigajoules</th><th>Years to first metal</th></tr></thead>
<tbody>
<tr><td>New open pit, Andes</td><td>5–6</td><td>400, with waste rock</td><td>60–70</td><td>16</td></tr>
<tr><td>Old tailings, Copperbelt</td><td>8–9</td><td>140</td><td>25–30</td><td>4</td></tr>
<tr><td>Scrap cable</td><td>600–900</td><td>1.3</td><td>10–12</td><td>under 1</td></tr>
</tbody>
</table>
<h2>From the drawer</h2>
<p>The third line is the odd one. Copper is not used up. It can be melted again as often as you like without becoming any worse, and of those seven hundred million tonnes perhaps five hundred are still in use, or at any rate still in existence: in walls, in harbours, in switch rooms that no one has unlocked since the lift was modernised. A great quantity is in drawers. Each of our households has a drawer. We weighed them, and came out at 3.1 kilograms in Antofagasta and 1.4 in Kitwe, in chargers, aerial leads, a broken drill and, in one instance, a bell.</p>
<p>To get at it is a matter of labour, and there the arithmetic turns a corner. Every step towards the poorer rock replaces people with electricity. Each step in the direction of the dam and the drawer does the reverse. At a yard in Ndola forty women strip cable by hand, more cleanly than the machine that was bought to replace them, and have formed a co-operative that is paid by the purity. It yields 2,600 tonnes a year. A new pit yields two hundred thousand. You would need a good many yards; but there are a good many drawers, and nobody has to wait for sixteen years.</p>
<p>We do not conclude that the pits can shut. When we put our two notebooks side by side and did the sum as generously as we honestly could, with old tailings, better collection and thinner wire, we got to about forty per cent of what is said to be wanted. The rest will have to be dug. What we would dispute is the word <em>shortage</em>, used as though it were a property of the earth. There is a shortage of rich rock near the surface in places where nobody lives. There is none of copper that has been found once already and put down somewhere.</p>
<p>Ms Callejas has a jar on her desk, with the three grades that she has milled in her career, light grey, lighter and lightest. When we showed her a sample from Old Number Four she tipped a little on to her palm and rubbed it with a thumb, as a baker might. “Who ground this?” she said. “He’s left it coarse.” She was told that it had been done about 1951. She rubbed it again. “Tell him we can go finer now,” she said. “Tell him to send it back.”</p>
`,
};
