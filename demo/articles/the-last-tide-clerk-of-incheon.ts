import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-last-tide-clerk-of-incheon",
  section: "asia",
  kicker: "Work",
  headline: "The last tide clerk of Incheon",
  standfirst:
    "The sea off Incheon rises and falls by as much as nine metres, and the moment of it can be calculated for a century ahead. For thirty-eight years Bae Sun-ok wrote down the difference.",
  bylines: [{ contributor: "seo-yeon-ju", affiliation: "Senior Researcher, Hanbit Institute for Maritime Studies" }],
  topics: ["oceans", "measurement", "shipping", "archives"],
  publishedMinutesAgo: 420,
  picture: {
    id: "tide-curve",
    alt: "A tide curve drawn over a fortnight, its range swelling at springs and shrinking at neaps",
    caption:
      "Springs and neaps over one lunar month. The prediction is the smooth line; the sea keeps close to it, and seldom on it.",
    credit: "Illustration: National Update",
  },
  views: 1640,
  body: `
<p>On the wall of the tide room there is a nail, and on the nail, until the last Friday of the month, there hung a pencil on a string. The pencil was the property of Bae Sun-ok. Pilots coming in to consult the tables were free to use it on the understanding that they did so standing up.</p>
<p>Incheon has one of the great tides of the world. Twice a day the Yellow Sea, which is shallow and shaped like a sack, sloshes up against the western coast of Korea, and at springs the level in the approaches rises by more than nine metres in a little over six hours. Mudflats wide enough to lose a suburb in are covered and uncovered. Islands become peninsulas. The inner harbour can be used at all only because of a pair of locks which shut the sea out and a lake of ships in. Everything that moves here moves at an hour, and the hours change by some fifty minutes daily, so that the working life of the port turns slowly round the clock like a badly fixed shelf.</p>
<p>The hours are printed. Since the nineteenth century it has been known that a tide may be taken apart into the pulls that make it, each with a period fixed by astronomy: 12.42 hours for the chief lunar part, 12 for the solar, 23.93 and 25.82 for a pair that lean on the moon’s declination, and so on down to effects that shift the water by the thickness of a coin. Measure a harbour for a year, solve for the size and lateness of each, add them up again, and there are the tides for any date one cares to name. Incheon’s are computed from sixty-two of these constituents. Mrs Bae could tell you the height of the water at four in the afternoon on the day of your grandchild’s wedding.</p>
<p>What she could not tell you was what it would actually be. A falling barometer lets the sea rise, a centimetre or so for each hectopascal. A northerly that blows for two days empties the head of the bay. Ice in the Han estuary, a typhoon as far off as Jeju, the long slow swelling of warm water at the end of summer: none of these is in the astronomy. The gap between the sum and the sea has a name, the residual, and in a port where a bulk carrier may pass over a sill with eighty centimetres beneath her keel the residual is what pilots are paid to be afraid of.</p>
<p>In 1986 the pilots’ cooperative hired a young woman from the accounts department of a flour mill to enter it in a book.</p>
<pre><code>Date      HW pred.  HW obs.   Resid.  Wind     Bar.   Remarks
14 (Thu)  05:12 902  05:20 881  -21   N 11     1029   second day of it
14 (Thu)  17:31 874  17:33 861  -13   N  7     1028   easing; geese
15 (Fri)  05:58 915  05:57 913   -2   var. 2   1026   as printed
15 (Fri)  18:16 880  18:22 899  +19   SW 9     1017   told Capt. Ryu +15</code></pre>
<p>That is a fair sample, heights in centimetres. There are nearly twenty-seven thousand lines like it, in forty-one bound volumes, and the last column is the one that people come to see. Mrs Bae had been told to record the observed high water and subtract. Nobody had told her to guess beforehand. But in the second winter, she says, it struck her as rude to be surprised by the same thing every time, and she started to write, in pencil, before the tide, what she supposed the difference would be. When a captain asked, she told him. “Fifteen over,” she would say, without looking up, and he would load another two hundred tonnes of maize.</p>
<figure data-picture="tide-pole" data-alt="A tide pole in black, white and red bands standing in the sea, half under water" data-credit="Drawing: National Update"><figcaption>A tide pole, read by eye. The arrow marks the figure that goes into the book.</figcaption></figure>
<p>There was no method, or none she was prepared to call one. She listened to the barometer the way one listens to a lodger. She noted when the magpies left the signal mast. She had a correspondent, whom she never met, at the lighthouse on Palmi-do, who rang her if the wind went round after dark. A researcher at my institute has gone through the years from 1994 to 2009 and compared her pencilled figures with what happened. She was within five centimetres on eighty-one days in a hundred. The numerical model that the port acquired in 2007 was, for its first six years, somewhat worse.</p>
<aside class="pull-quote"><p>It struck her as rude to be surprised by the same thing every time.</p></aside>
<p>It is better now. I should say so plainly, because the temptation in a story like this one is to send the reader off with a handkerchief and a grievance against computers. The present model takes the pressure field over the whole of the Yellow Sea, runs every hour, and beats both Mrs Bae and its predecessor in all weathers except the first few hours of a cold surge. It does not sleep, and there is a version of it for Mokpo, where there was never any Mrs Bae. Ships are safer. She was the first to argue for it. For a dozen years she had been checking it each morning against the gauge and ringing up the contractor, a patient man named Dr Hwang, to report its faults in the tone of someone returning a library book. He counts her among the authors. In the released version there is a term for the set of the northerlies in the outer channel which appears in the code as <em>bae_1</em>.</p>
<p>So the post was not abolished for economy, or not only. It had become possible to do without. There are tide clerks no longer in Avonmouth or Saint-Malo either, places with a range to rival ours, whose books Mrs Bae once asked to borrow and received, by sea mail, in a tea chest. And yet something has gone that is not quite a skill and not quite a safeguard. A pilot named Ryu Seung-ho, who has been bringing ships through the lock for twenty-six years, tried to explain it to me on the launch.</p>
<p>“The screen gives me plus fifteen,” he said. “I believe it. It has been right so often that I would be a fool not to. But Mrs Bae used to give me plus fifteen <em>and I could see that she didn’t like it</em>.” The model produces an uncertainty too, a shaded band on either side of the line. He looks at the band. He has never yet felt, he says, that it was looking at him.</p>
<p>On her last day there was a lunch, with a plaque. She cleared her desk into one shopping bag and handed the forty-one volumes over to the port’s history room, against a receipt, on which she corrected the number. The pencil went into her coat. Someone had the idea of leaving the nail in the wall with a label beneath it, and she said that if they had so little to do they might oil the door.</p>
<p>The following Monday a front came down from Shandong faster than expected, the first cold surge of the season. At a quarter to six the screen in the tide room said minus nine. The duty officer, who was twenty-eight and had overlapped with her for three weeks, regarded it for a while. Then he looked up a number and, since it was early, sent a message rather than ring. The reply arrived before he had put down the telephone. She had been at her window, evidently, with the light off. <em>Minus twenty</em>, it said, <em>and falling. What took you so long?</em></p>
`,
};
