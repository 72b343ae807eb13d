import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-ferry-that-keeps-the-strait-open",
  section: "asia",
  kicker: "Letter from the Korea Strait",
  headline: "Thirty-one passengers and an open strait",
  standfirst:
    "In August the boat from Busan to Tsushima is a holiday. In February it is something harder to put a price on: a crossing kept alive in the weeks when hardly anyone wants to cross.",
  bylines: [
    { contributor: "seo-yeon-ju", affiliation: "Senior Researcher, Hanbit Institute for Maritime Studies" },
    { contributor: "kenji-arakawa", affiliation: "Japan Correspondent, National Update" },
  ],
  topics: ["shipping", "islands", "borders"],
  publishedMinutesAgo: 40,
  picture: {
    id: "strait-ferry",
    alt: "Map of the Korea Strait with the ferry line drawn from Busan to Hitakatsu and Izuhara on Tsushima",
    caption:
      "Hitakatsu, on the northern tip of Tsushima, lies about fifty kilometres from Busan, and nearly three times as far from Hakata.",
    credit: "Map: National Update",
  },
  views: 2860,
  body: `
<p>The rope comes ashore first. At ten past ten on a grey winter morning a deckhand on the catamaran <em>Haeryu</em> swings a weighted line towards the quay at Hitakatsu, and a man of seventy-three named Abiru Masao, who has been standing with his hands in his sleeves, takes two steps to the left and lets it fall exactly where he was. He hauls in the hawser, drops the eye over a bollard and lifts one finger. On the bridge Captain Moon Gi-tae sees the finger and cuts the port engine. Neither man has ever had a conversation with the other. They have done this, by Mr Abiru’s estimate, four thousand times.</p>
<p>There are 440 seats on the <em>Haeryu</em>. On this sailing thirty-one of them were taken: a hiking club of nine from Ulsan, a couple with a pram, four anglers, two nuns, a buyer of dried shiitake, a student going to see her grandmother, and eleven others who looked out of the windows and did not say. The fuel for the crossing cost more than their tickets. It generally does between the second week of January and the middle of March, when the north-westerlies pile up the sea in the western channel and the people of Busan remember that they have seen Tsushima before.</p>
<p>The ship sails all the same. Why it does so is a question with three answers, and it took us most of a winter to collect them.</p>

<h2>The two-and-a-half-metre rule</h2>
<p>The first is the timetable itself. Tsushima is Japanese, and nobody on either shore disputes that breakfast in Busan and lunch in Hitakatsu is an unremarkable thing to want. The island’s northern point is about fifty kilometres from the Korean coast. Hakata, the Japanese port to which it looks for hospitals, universities and car parts, is some hundred and forty kilometres the other way. On a clear night the road along the ridge above Hitakatsu has a lay-by from which one can watch the headlights on the Busan bridges.</p>
<p>A crossing so short is still at the mercy of the sea. The company’s limit for a fast catamaran is a significant wave height of two and a half metres, and in February the forecast stands at 2.3 or 2.7 for days together. Captain Moon decides at five in the morning, from a bulletin, a buoy and a telephone call to a squid boat. If he goes and is wrong, three hundred people are sick. If he stays and is wrong, a refrigerated box of medicines and the mainland post sit on a pallet for a day, and someone in Hitakatsu draws the conclusion that the boat is not to be relied on.</p>
<p>“You do not lose passengers on the days you cancel,” he says. “You lose them on the days they no longer check whether you have cancelled.” Last winter he sailed on fifty-two of the sixty-eight days scheduled. He can give the reason for each of the other sixteen.</p>

<figure data-picture="strait-section" data-alt="Cross-section of the Korea Strait from Busan to Tsushima showing the depth of the western channel" data-credit="Drawing: National Update"><figcaption>The western channel in section. The sea steepens where the Tsushima Current runs over the edge of the trough, a little east of half-way.</figcaption></figure>

<h2>What the interpreters knew</h2>
<p>The second answer is older than the company. From 1607 to 1811 twelve embassies from the court of Joseon travelled to Japan, and all of them went by way of this island (the last got no further), whose lords lived off the business of being in between. Their domain grew too little rice to feed itself. It kept instead a walled trading house at Busan, with some five hundred men in it at most seasons, and a corps of interpreters.</p>
<p>The best remembered of these people is Amenomori Hōshū, a Confucian scholar who arrived on Tsushima in 1693 expecting something grander, learned Korean in Busan in his thirties, and in 1728 set down for his lord a treatise on how to deal with the neighbours. Its advice is plain. Do not win small points. Do not suppose that they are amused by what amuses you. Above all practise <em>seishin</em>, sincerity, which he defined with a lawyer’s care as neither deceiving nor quarrelling, but dealing with one another in truth.</p>
<p>Mrs Komoda Rie, who runs the tourist counter in the ferry terminal, keeps a photocopy of the passage beneath the glass of her desk. She was hired eleven years ago because she could say “the bus leaves at twenty past” in Korean. She now settles, on an ordinary August day, some sixty small misunderstandings about rubbish, footwear, electric bicycles and the distance at which one may photograph a stranger’s house. Relations between the two governments have gone up and down in that time. Her counter has been open throughout, apart from the pandemic years, when the boats stopped altogether and she was lent to the town’s vaccination office.</p>
<aside class="pull-quote"><p>“You do not lose passengers on the days you cancel. You lose them on the days they no longer check whether you have cancelled.”</p></aside>
<p>She remembers the first sailing afterwards better than she remembers the last one before. “We had forgotten the words,” she says. “I do not mean Korean. The customs officer had forgotten the order of his own questions. The coach driver overshot the terminal. Mr Abiru brought the wrong rope.” Nearly three years of nothing had undone in each of them a skill that none of them had known was a skill. It took until the summer to get it back, and a good many of those who had possessed it, the guesthouse keepers, the driver of the second coach, the woman who sold flying-fish stock at the ramp, did not return at all.</p>

<h2>An account of the empty seats</h2>
<p>Which brings us to the third answer, and to Mr Gwak Dong-hyeon, who keeps the line’s books in an office in Choryang with a view of a multi-storey car park. Mr Gwak is not a romantic. He has worked out what it would cost to lay up the ship for nine weeks each winter, and he has worked it out twice, since his directors did not believe him the first time.</p>
<p>Laying up saves fuel, overtime and harbour dues. Against that he sets the price of starting again: surveys and certificates that lapse, a crew of fourteen of whom five would find work on the offshore wind vessels, the advertising needed to persuade travel agents that the boat exists. Those are the ordinary items. Then there is a line he calls, for want of a term, <em>the others</em>. The quarantine inspector at Hitakatsu is seconded from Nagasaki on the strength of a minimum number of arrivals. The duty-free counter, the rental-car desk and the twice-daily bus to Izuhara are each justified by the ferry and each, in part, justify it. Take away the boat for a season and the inspector is posted elsewhere. Take away the inspector and the boat cannot land.</p>
<p>“Each of us is there because the rest are,” Mr Gwak says. “It is like a tent.” By his reckoning the nine weeks of losses come to a little less than two-thirds of the cost of putting the tent up again. The directors have now accepted the figure, and he has framed the memorandum.</p>
<p>It is an accountant’s version of what Amenomori told his lord. A relation between neighbours is commonly spoken of as a feeling, warm or cold, which a summit may improve and an insult may spoil. Anyone who has stood in the terminal at Hitakatsu in February would call it a piece of equipment. It has parts. The parts wear, and they wear faster idle than in use.</p>

<h2>The afternoon boat</h2>
<p>There are islanders who would be content with less of it. In the summer of the busiest year on record visitors outnumbered residents by more than thirteen to one, and a retired forester in Kami-Tsushima, Mr Tōdō Kiyoshi, kept a tally of the cars that stopped across his gate. He showed us the exercise book. He would like, he says, two boats a week, and good long conversations. Yet it was Mr Tōdō who, in the third month without ferries, drove to the look-out each evening to see whether the lights were still on over there. “I was not worried about them,” he says. “I wanted to know whether it was still the same distance.”</p>
<p>The number of people on Tsushima has fallen below twenty-eight thousand, from almost seventy thousand in 1960. The high school at Izuhara has a course in Korean, begun to attract pupils from the mainland, and it does: some twenty a year board with families and learn a language that can be practised, in season, on the quay. One of its first graduates is second officer of the <em>Haeryu</em>. Her mother, in Hakata, still thinks of the posting as abroad, although it is the closest her daughter has worked to home.</p>
<p>By three in the afternoon the wind had gone round to the west and the buoy was showing 2.4. Thirty-eight people were waiting to go back, among them two of the morning’s anglers, with a cool-box so heavy that the nuns had taken one end of it. Mrs Komoda walked along the queue checking passports for the page that everyone forgets. The student’s grandmother had come to the barrier with a bag of steamed buns and was pressing them on the quarantine inspector, who was not allowed to accept them and had clearly had this conversation before.</p>
<p>Captain Moon came out on the wing of the bridge, looked at the water beyond the breakwater for about as long as it takes to read a short letter, and went in again. The engines started. On the quay Mr Abiru lifted the eye of the hawser off its bollard and, as he does every time, walked beside it for a few paces while it slid towards the edge, as one walks a visitor to the gate.</p>
`,
};
