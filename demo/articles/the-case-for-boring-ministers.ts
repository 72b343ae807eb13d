import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-case-for-boring-ministers",
  section: "opinion",
  kicker: "Government",
  headline: "The case for boring ministers",
  standfirst:
    "Ambition in high office is much admired. I worked under fourteen ministers, and the one who did the most good is the one whose name I have to look up.",
  bylines: [{ contributor: "priya-raghunath", affiliation: "Columnist, National Update" }],
  topics: ["cities", "archives"],
  publishedMinutesAgo: null,
  state: "draft",
  picture: null,
  views: 0,
  body: `
<p>I served, in a planning department of moderate importance, under fourteen ministers. Of these four were clever, three were honest, one was a poet, and one was dull. It’s about him that I want to speak.</p>
<p>He came to us from Fisheries. On the first morning the others had called the staff into the hall and told us about the future. He asked for a list of everything that the department had begun and not finished. It took us eleven days to prepare, as nobody had ever wanted one; there were 206 items on it, and the oldest was a bridge. He read it through with a ruler. Then he announced his programme, and it was that list.</p>
<p>Nothing in public life is so poorly rewarded as the second half of something. A scheme has a launch, when there’s a stage, and a failure, when there is an inquiry. Between the two lies a stretch of years in which somebody has to see that the pumps are greased. Ministers hold office on average for two years and a bit. The good they can do by starting things will be harvested by a rival, whereas the good they can do by finishing them was sown by one. It takes a rare degree of self-respect, or else no imagination at all, to work for the second.</p>
<p>I used to think that in his case it was the latter. He ate the same lunch. His speeches, which I wrote for a time, came back with the adjectives taken out. When the newspapers asked for his vision he gave them the date on which the bridge would be open, and it was.</p>
<p>The objection will be made that somebody must begin. It’s true: the list of 206 was the work of livelier men, and had they all been like him there would have been nothing on it to complete. A country governed entirely by the dull would have very well-kept canals, and no railways. I grant it. I’d say only that there has been, in my experience, no shortage of beginners, and that a cabinet is not like an orchestra in which everyone is needed to play at once. One in five would do.</p>
<p>[Something here about the electricity board? Check the dates with Mathew. P.R.]</p>
<p>How are they to be found? By nature, they don’t put themselves forward. I have thought about it, and I believe there is a test, which could be given to any candidate for office in about a minute. Tell him that he may have his name on one thing. Offer him a choice of a new hospital, or of the drains of an old one. Do not listen to the answer, since he will have been advised on it; see whether he asks you what is wrong with the drains.</p>
<p>He lasted for five years, our longest by some way, because nobody could recall that he was there and so he was left out of two reshuffles. When he went there were nineteen items on the list. He apologised for these in a memorandum. His successor called us into the hall.</p>
<p>I went across the bridge last month. It carries, they tell me, eleven thousand vehicles a day; it has on it a plaque with the name of the minister who laid the foundation stone, and on the other side a plaque with that of the minister who cut the ribbon. There was a change of government in the last week, so it is a different man. I walked all the way over and back to make sure. In the middle there is a small brass plate, put there by the contractor, which gives the date for the next painting.</p>
`,
};
