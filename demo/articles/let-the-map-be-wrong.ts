import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "let-the-map-be-wrong",
  section: "opinion",
  kicker: "Cartography",
  headline: "Let the map be wrong",
  standfirst:
    "A map that is never out of date is a map that nobody can check. There is something to be said for the honest error with a year printed on it.",
  bylines: [{ contributor: "dewi-kartikasari", affiliation: "Independent historian, Bandung" }],
  topics: ["measurement", "archives"],
  publishedMinutesAgo: 40200,
  picture: {
    id: "graticule",
    alt: "The net of meridians and parallels with no land drawn in it",
    caption: "The only part of a map that is true everywhere, and tells you nothing.",
    credit: "Illustration: National Update",
  },
  views: 430,
  body: `
<p>On my wall there is a sheet of the Preanger, surveyed in 1906, that shows a village in the wrong valley. It is called Cikadu, and is shown on the Cisokan when anyone can see that it’s on the other river. The surveyor’s name is in the corner. So is the date, and so is that of the revision, 1923, where Cikadu has been put right. Between them they tell me a number of things: that he came in the wet season when the lower path was shut, that he took somebody’s word; that for seventeen years anyone carrying a letter to Cikadu needed to ask.</p>
<p>The map in my telephone has it in the right place. It had it in the wrong place until, I think, the Thursday before last. I can’t be certain. The river too has been altered, and a road that I remember; the map does not say that it has changed, as it does not say that it was ever otherwise. It has no edition. It is simply, and at all times, the case.</p>
<p>You may feel that this is a curious thing to object to. Nobody wants to be directed into a ravine. And yet I notice about the continuous map that when it disagrees with my eyes I no longer know what sort of disagreement it is. Faced with the sheet on the wall I can argue. I know who is speaking and when he was there; I can set against it what I know of my own day, and make a mark in the margin. What am I to say to a picture which will have been corrected by the time I finish the sentence?</p>
<blockquote><p>Put the year on it, so that they will know how to forgive you.</p><cite>Advice to trainees, attributed to a chief draughtsman at Bandung, about 1930</cite></blockquote>
<p>Historians, of course, are interested parties. We live off other people’s mistakes. The error in a map is generally the one part of it to have been made by a person: the coast drawn too long by someone who was seasick, the empty quarter where the guide would not go. A hundred years from now a scholar who wishes to learn what was believed about the world on this particular afternoon will find that belief overwritten some forty thousand times. There will be no wrong maps of our age, and therefore no evidence that anybody was looking.</p>
<p>But the case isn’t only a historian’s. A ministry in my country used at one time to publish every five years a map of land at risk from flood. It was out of date upon the day it was printed, and everyone knew by how much. Developers hated it, insurers pored over it, and village heads brought it to meetings and hit it with the flat of their hands. Now there is a portal. The line moves when the model is improved, which it is, often, and the improvements are real. Nobody hits it. A family whose house was outside the line in May and is inside it by August can’t show that it was ever outside. There is nothing to hold up.</p>
<p>What we’ve given away along with the error is the occasion for quarrelling with it. A public document needs to stand still for long enough that the public may walk round it. It should be wrong on a known date, over a known signature, in a manner that a reader with local knowledge and a pencil can demonstrate.</p>
<p>The remedy costs almost nothing. Let the maps flow as they like, and once a year stop one. Print it; give it a number; put a copy in every library that will have it, and say: this is what we thought. In the year following, issue, with equal ceremony, the list of what was wrong. I’d buy both. I should like above all to read the second.</p>
<p>I did go to Cikadu, in the end, with the old sheet under my arm. The head of the village unrolled it on a car, and found his own house, in the wrong valley, on the far side of a mountain. He laughed until he had to sit down. Then he told me who it was, in his grandfather’s time, that used to send surveyors the long way round.</p>
`,
};
