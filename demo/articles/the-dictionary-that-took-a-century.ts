import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "the-dictionary-that-took-a-century",
  section: "culture",
  kicker: "Languages",
  headline: "The dictionary that took a century",
  standfirst:
    "On a North Sea island a society has reached the last word of a language that three thousand people speak. It is a verb, and the editors cannot agree on what it means.",
  bylines: [{ contributor: "tomas-lindqvist", affiliation: "Europe Correspondent, National Update" }],
  topics: ["languages", "archives", "islands"],
  publishedMinutesAgo: 46100,
  picture: {
    id: "index-cards",
    alt: "A long drawer of index cards seen from the side, with tabs rising at intervals",
    caption:
      "One of 214 drawers. The cards from before 1947 are cut from seed packets, school registers and the backs of dance programmes.",
    credit: "Illustration: National Update",
  },
  views: 560,
  body: `
<p><em>Aap</em>, the first entry, means “up”. It was sent to the printer in 1921. The compiler, a pastor by the name of Nahmen Rörden, had given himself eight years for the whole, and he was thought to be cautious.</p>
<p>The last, <em>wülwi</em>, went off this spring. Between one and the other lie eleven volumes, 43,800 headwords, six editors of whom four died in office, two currencies, the invention of the felt pen, and a flood. The dictionary of the Frisian of Halleroog is complete: a language for which at its height there were perhaps six thousand people, and now about half as many, has been written down from one end to the other. It may well be the most thoroughly described speech, by the head, on the planet. The society that did it met in March at the inn in Westerend, ate kale, and adjourned in some embarrassment, for it had no idea what to do next.</p>
<p>The delay is readily accounted for. Rörden had thought that a dictionary was a matter of words. He drew up a list, spoke to his parishioners, and got as far as D. Then in 1927 a farmer’s widow stopped him on the dyke about his entry for <em>driiw</em>, “to drive (cattle)”. That was correct, she said, for cattle that were willing. He went home and counted the verbs he had for moving an animal. He had one. She gave him nine more before dark.<span class="footnote">Three depend on the willingness of the animal, two on its distance from home, two on the weather and one on whether the person is related to its owner. The ninth is used solely of geese and politicians.</span></p>
<p>From that evening he began again with A. The method he settled on, and which has been stuck to by all of his successors, is a stubborn one: no word goes in without a sentence that somebody was really heard to say, together with the name of the speaker, the place and the date. There are some two hundred thousand of those sentences, on cards. They make the dictionary practically useless for looking things up. A person who wants to know the meaning of <em>skrääk</em> must go through four columns of Ocke Nickelsen shouting for a boat.</p>
<p>They also make it, I think, one of the great unread novels of northern Europe. Pull out a drawer anywhere and people are talking.</p>
<ul>
<li><p>“She has baked as though for a launching.” (Keike Nickelsen, Westerend, 1931)</p></li>
<li><p>“Leave the lamp, he may have turned back.” (Jens Brar Olufs, at the harbour, 1936)</p></li>
<li><p>“He danced like a man who has paid for the hall.” (Unnamed, in a bus, 1958)</p></li>
</ul>
<p>The sentences were gathered for their nouns, and it is nobody’s fault that a whole island got in with them. From 1900 or so they are full of America; half the young men of Halleroog went off to be grocers in New York, and there are verbs for writing home and not writing home. Under <em>teew</em>, “to wait”, there are a hundred and sixty cards, which is more than for any other verb but “to be”.</p>
<p>Dr Antje Hassold is the sixth editor. She came from Kiel at the age of thirty to help out for a year with the letter S. She is sixty-four. When I asked her what it was like to be done she said that it was not done. It had stopped at the end, which is another matter. Volume one is a hundred years old, and it describes a language with no word for telephone. The Z of this island is up to date, there being no Z.<span class="footnote">The alphabet of the society ends at W with a diaeresis on the vowel. Loanwords in Z have been filed under S since 1934, on the decision of the second editor, who was not consulted about the Second Sound Shift.</span> The A is history. Read in order, the volumes are not the portrait of a language at all, but of a hundred years passing through it from left to right: horses as far as H, tractors from about M. Under B you milk by hand.</p>
<p>It is plain enough that one ought to start again from A, and there is no money to. The foundations that paid for a dictionary have got one. They are pleased, and they have suggested a website. It was put to the meeting in March that the cards should be scanned and the society wound up with a party. The motion was lost by a single vote, and it is of no consequence whose, except that the man had been in favour of it until he stood up to speak and found that he wanted to say <em>wind up</em>, for which his language has a word to be used of wool and one to be used of estates. He said that this was neither. He sat down, and voted no.</p>
<p>And there remains <em>wülwi</em>. There is just one card. It was written in 1938 by the third editor, in pencil, and has on it the sentence <em>Jo wülwit noch</em>, “they are still —ing”, spoken by Göntje Rörden, aged seventy-one, at Suderend. No gloss: he must have thought that it was obvious. Nobody alive has ever heard it. Hassold believes it to be a variant of a word for eddying, as of water at a sluice. Her deputy, a young man called Erk Jappen, was brought up in the language and has dreams in it, and he feels, he cannot say why, that it is what old people do with their mouths when they are about to speak and decide not to. They fought about it for two months. The printed entry gives both, with a question mark, and after it the sentence.<span class="footnote">It is the only headword of 43,800 for which the definition is longer than the evidence.</span></p>
<p>The outcome of the meeting, in the end, was a compromise. No second edition will be undertaken. But the society bought a box of blank cards, five thousand of them, and put it on the bar of the inn, with a pencil; whoever hears anything that is not in the book may write it down, with the name, the place, the date. In the first month eleven were filled in. Nine were already in the dictionary. One was obscene. The eleventh was in a child’s writing: it was a verb, which she had heard used on the school bus by her cousin, for the action of holding a telephone up in the air in search of a signal. It is formed quite regularly from <em>aap</em>.</p>
<p>Dr Hassold has filed it, in a new drawer, with nothing in front of it. She put in a tab.</p>
`,
};
