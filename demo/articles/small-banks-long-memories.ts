import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "small-banks-long-memories",
  section: "economy",
  kicker: "Banking",
  headline: "Small banks, long memories",
  standfirst:
    "A mutual in the hills of Friuli has lent for 118 years on what it knows about people. The regulator would like it to write that down. It already has, which is the difficulty.",
  bylines: [{ contributor: "tomas-lindqvist", affiliation: "Europe Correspondent, National Update" }],
  topics: ["finance", "archives", "ageing"],
  publishedMinutesAgo: 22100,
  picture: {
    id: "ledger-lines",
    alt: "Ruled ledger lines in red and blue, with handwriting suggested in the margin",
    caption: "The margin was never audited. It was, by common consent, where the bank kept its capital.",
    credit: "Illustration: National Update",
  },
  views: 610,
  body: `
<p>“Slow, but after the pigs.” This is the credit assessment in its entirety of a farmer called Tite Morandin, made in 1931, in violet ink, in the margin of the loan book of the Cassa Mutua di San Rocco, which has its office on the square of a village above the Tagliamento. It means that he would not meet the instalment due in September, could be relied on for it in December, and ought not to be written to in between. He was lent four thousand lire. He repaid them on the twentieth of December in each of five years, and the next line of the margin says <em>as stated</em>.</p>
<p>The Cassa has 2,900 members and four employees. It has a balance sheet that would be lost in the rounding of a bank in Milan. In the last financial crisis its bad loans came to 1.1% of the book when the average for the region was nine, and this brought it some visitors: first a professor, then the supervisors, who wished to understand by what model it lent. The director, Ornella Pascolat, showed them the cupboard.</p>
<p>There are sixty-four volumes in it. On the right-hand side of every page is the loan, in figures. On the left there is a margin of seven centimetres which the founders, among them a priest and a schoolmaster, seem to have intended for remarks on the security. It very soon filled up with remarks on everything. Who is a good mower. Whose brother in Argentina sends money, and for how long after his marriage he will go on doing so. Which wife does the accounts. It is gossip, in the sense that the sea is water: four generations of the stuff, in the same place, under lock and key, and kept by people who stood to lose money if they had got it wrong.</p>
<p>Economics has a name for this, soft information, and a respectable literature on what becomes of it. Hard information (income, collateral, a score) can be sent down a wire and means the same at the other end. The soft kind loses its force with every desk it crosses. When a local bank is bought by a far-off one the margin is the first thing to be left behind; lending to firms with good books goes up, to firms without any goes down, and both changes are visible within a couple of years. San Rocco has had three offers since 1998. Each time the members, who have one vote apiece whatever they own, turned it down by show of hands, with the windows shut.</p>
<p>So far this is a story that everyone likes. I liked it, and I asked Ms Pascolat whether I might read some more. She considered me for a moment and then brought out volume 29.</p>
<p>In the spring of 1954 a carpenter by the name of Elio Zanuttig applied for a loan with which to buy a band-saw. The margin says no, and gives as its ground an affair of his father’s, over a boundary, with a member of the board. In 1962 he applied once more. <em>See 1954.</em> A son of his tried in 1979, when the board had quite changed: <em>family not suitable; see vol. 29</em>. There was no one any longer who could have told you what it had been about. The boundary lay under a road. But the book remembered, and the people who consulted it were conscientious. The grandson did not ask. He got his money in Udine, from a bank that knew nothing about him, at two points more, and he now employs thirty people making staircases. He is the largest firm in the parish and has never had an account there.</p>
<p>“That’s the same cupboard,” said Ms Pascolat. “I show people the pigs, and they say how wonderful. It’s the same cupboard.”</p>
<p>The supervisors’ objection is the other way about. They do not fear that the Cassa knows too much, but that it cannot show its workings. European rules require of any lender that decisions be consistent, documented and open to challenge by the customer, and a model with fifteen variables satisfies them all, even if each of the fifteen is a coarse thing like age or postcode. A margin satisfies none. They proposed that San Rocco buy a scoring system, as most of its sisters have, and use the book for what they called colour.</p>
<p>It was tried on the last ten years of loans. The system did about as well as the four employees. What it refused and what they refused were not, however, the same people. It disliked the seasonal, the self-employed, the recently returned. They disliked persons about whom there was something in the book. Where both said yes hardly anyone defaulted; and of those that only one of the two had rejected, nine in ten repaid, in either case. Errors made by a stranger and errors made by a neighbour, it would appear, have nothing to do with each other, and this is about the most useful thing that can be known of two fallible witnesses.</p>
<p>The arrangement that has come out of it is to my mind a small masterpiece. An applicant whom the score accepts gets the loan, and the cupboard stays shut. If the score refuses, the book may be opened, but only in his favour: a remark can overrule the machine to grant, and never to deny. Anything in the margin older than thirty years is to be read aloud to the person concerned, if he wishes, and struck out if he disputes it. Members passed the rule with four against. Ms Pascolat believes she knows which four and, from the new principle, has not written it down.</p>
<p>In the second month there came in a man in his forties with sawdust on his sleeves, to ask what it would cost to finance a kiln. He gave his name. She entered the figures; the score, naturally, was excellent. The cupboard did not come into it. As he was getting up he inquired whether it was true that one could have things read to one. She took down volume 29 and read it to him. It took less than a minute. He thought it over.</p>
<p>“Leave it in,” he said. “But put underneath what happened.” She uncapped her pen, which is violet, for the bank orders the ink, and wrote <em>as stated, not.</em></p>
`,
};
