import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "counting-whales-by-ear",
  section: "science",
  kicker: "Acoustics",
  headline: "Counting whales by ear",
  standfirst:
    "Microphones on the sea floor have given biologists a census of animals they will never see. The trouble, as with any census, is those who were at home and did not answer.",
  bylines: [{ contributor: "helene-marchetti", affiliation: "Oceanographer, Iroise Station for Marine Acoustics" }],
  topics: ["oceans", "measurement"],
  publishedMinutesAgo: 7900,
  picture: {
    id: "sonogram",
    alt: "A sonogram: time runs to the right, pitch upward, and evenly spaced dark marks lie along the bottom",
    caption:
      "Eleven minutes of a fin whale, south of Faial. Each mark is a pulse at about twenty hertz, below the reach of most human ears.",
    credit: "Illustration: National Update",
  },
  views: 940,
  body: `
<p>The first whale I ever heard was a tooth. I was twenty-four and had been given a hydrophone, a pair of headphones and a small boat off Brest, and for a quarter of an hour I listened to a slow, tremendous pulse, and wept, before the boatman inquired whether I always ground my jaw.</p>
<p>I tell that to students in the first week, since everything that follows is a refinement of it. To count by ear is to be continually asking: is that the animal, or is that me? Later one has better instruments. The question does not go away. It acquires a confidence interval.</p>
<p>Seen from a ship, whales are rare, brief and mostly back. Seen from an aircraft they are the ones that chanced to be up. A fin whale, the second largest animal that has ever lived, passes perhaps a tenth of its life at the surface, and in winter, in the North Atlantic, it does this in seas where nobody is looking. But the males call. They repeat a pulse at around twenty hertz, every ten or fifteen seconds, for hours, in rhythms that are kept to over whole ocean basins; and low sounds in deep water travel for hundreds of kilometres. When military hydrophones first picked this up, in the 1950s, it was so loud and so regular that it was taken for a machine.</p>
<p>Our station keeps twelve recorders on the bottom between Brittany and the Azores. Each is a yellow sphere, the size of a beach ball, which sits at the end of a tether for a year, and then, if called in the right tone, lets go its anchor and comes up. They hear everything. There is a good deal of shipping, rain (which sounds like frying), the Mid-Atlantic Ridge clearing its throat, the air-guns of people in search of oil. A program goes through the year and marks whatever is like a fin whale. Last year’s total was <a href="https://iroise.example/data/calls">4,118,206</a>.</p>
<div class="embed"><a href="https://iroise.example/listen/fin-whale-faial">Listen: eleven minutes off Faial, raised by three octaves so that it can be heard</a></div>
<p>How many whales are there in four million calls? This is the entire problem. In principle it is one of division: find the number of calls that an average whale makes in a day, and divide. People have done so. They tagged a few dozen animals with suction cups, counted, and got a rate. The rates ran from nought to six thousand.</p>
<p>For most whales, most of the time, say nothing. Females, so far as we know, do not sing at all. Males sing in some months and not in others, more in some years than in others; a male feeding is silent and so is one with a killer whale about. If you hear twice as many calls this winter it may be that there are twice as many whales, or that the same ones are in better spirits. A hydrophone does not take a census of a population. It takes a census of the remarks.</p>
<figure data-picture="whale-song" data-alt="A whale seen from the side, with rings of sound going out from its head" data-credit="Drawing: National Update"><figcaption>A call goes out in every direction at once. How far off it was made is the hard part.</figcaption></figure>
<p>Then there is the matter of the sea, which is not a neutral medium. On a calm day one of our spheres can pick out a fin whale at two hundred kilometres. In a gale, forty. The winter that seemed in my thesis to have been so poor in whales had been rich in wind. I discovered this four days before I was due to defend it, by plotting my beautiful decline against the insurance claims of the Breton roofing trade.</p>
<p>One learns to listen for what is not there. Of each hour we now ask first: if there had been a whale calling at such and such a distance, should we have heard it? Only if the answer is yes does its absence count. It is a dull discipline, and it has done away with most of the trends that were published when I was young, including mine. Three-quarters of our recording time is discarded as deaf. What remains is a record of presence and of honest absence, month by month, and from that certain things can be said. The whales are there in the Azores in every month of the year, which the books denied. They begin to sing some nineteen days later than when the series opened. Their pitch is going down.</p>
<aside class="pull-quote"><p>A hydrophone does not take a census of a population. It takes a census of the remarks.</p></aside>
<p>This last is the strangest result in my field, and it is not only ours. All round the world, since the 1960s, the songs of blue whales have been getting lower, by a fraction of a hertz each year, and fin whales have been doing the same. It is hardly to be noticed in a decade. No one knows why. It might be that there are more of them since whaling came to an end, that they are nearer together and have no need to shout: for an animal built like this the loudest notes are the higher ones. If so then it is the best piece of news that ever came out of the sea, and it has been reaching us for sixty years in a form in which it could not be understood. Or else it may be fashion. Whales copy each other. There need not be a reason; there wasn’t for the flared trouser.</p>
<p>I am inclined to hope for the first and, from training, to bet on the second. But I have noticed that the question has altered the way I work. I used to think of the calls as a means of getting at the whales, of the song as something to be divided by. It is possible to be so intent on the number of speakers that one never asks if anything is being said.</p>
<p>In September the ship went round to collect the spheres. Number seven, south of Faial, was called for two hours and did not come. It does happen; a release corrodes, or a trawl has had it. Towards evening we gave it up, and the captain was putting her about when the technician, who still had the headphones on, raised a hand. There was something. It was slow, tremendous, quite regular, well below hearing and felt chiefly in the teeth. All the same I unclenched my jaw before I wrote it down.</p>
`,
};
