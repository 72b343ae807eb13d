import type { DemoArticle } from "../demo-types.ts";

export const article: DemoArticle = {
  slug: "football-on-the-salt-flats",
  section: "culture",
  kicker: "Sport",
  headline: "Football on the salt flats",
  standfirst:
    "At 3,650 metres, on ten thousand square kilometres of white, a league of eight teams has the largest touchline in the world and an unusual view of the offside law.",
  bylines: [
    { contributor: "ignacio-fuenzalida", affiliation: "Staff Writer, Norte Grande Commodity Review, Antofagasta" },
  ],
  topics: ["sport", "measurement"],
  publishedMinutesAgo: 57100,
  picture: {
    id: "salt-flat",
    alt: "A white plain of salt polygons under a blue sky, with the lines of a football pitch drawn across it",
    caption: "The pitch is marked in volcanic ash. It lasts until the rains.",
    credit: "Illustration: National Update",
  },
  views: 700,
  body: `
<p>A goal kick, on the Salar de Uyuni, goes as far as it goes. There is less air up there to stop it, and once past the line nothing else. In the third minute of the match between Deportivo Colchani and Unión Chuvica the visiting keeper caught one on the half-volley; the ball cleared the far crossbar, bounced on salt as hard as a dance floor, and bounced again. A boy on a motorcycle was already on his way. It is an appointed post. He has a flag.</p>
<p>The Liga Blanca is made up of eight villages from around the edge of the flats. They play from May to September, when the crust is dry, at a spot about nine kilometres out from the shore, chosen in 1988 since it lay at the same distance from the two that got on worst. There is no stand, no fence, no tree. Spectators park their lorries end to end along one touchline for a windbreak, and sit on the sunny side. Goals are carried out on a roof-rack. The lines are drawn each Sunday at first light, by Don Eusebio Mamani, a salt-cutter, with a bucket of black ash from the volcano Tunupa, and with a rope knotted at the proper intervals.</p>
<p>He draws them from the sun. The rest of us, set down out there, would not have been able to tell which way we were facing, for it is white to the horizon in every direction and the mountains float. On a pitch without surroundings, Don Eusebio explained, players lose one another. They will run perfectly straight and find themselves beside the corner flag. Visiting teams from the city are seasick for the first quarter of an hour. The locals play with their heads down. They go by the crust, which is cracked into six-sided plates about two paces wide, and they reckon passes in plates: Chuvica’s winger, a girl called Wilma Yucra who is the quickest thing on the Salar, likes hers four ahead and one to the right.</p>
<p>And this, more or less, was what led to the trouble about offside.</p>
<hr>
<p>In the semi-final of three years ago, with the scores level, Wilma ran on to a ball behind the last defender and put it in. The linesman flagged. Chuvica protested, and not on the usual grounds. It was a quarter to six, and they were attacking eastward. In July the sun out there is so low at that hour that a person’s shadow is twenty or thirty metres long, and black on white as though cut out with scissors. In the glare nobody can make out a body with any certainty. What players see, and run by, is the shadow; and Wilma, who is small, had kept the tip of hers a good pace short of her marker’s, who is not. They proposed to demonstrate this. The match was stopped, and all twenty-two went back to where they had been standing, on the right plates; no one disputed the plates.</p>
<p>When they had taken up their positions it was found that both sides were right. She was offside by the body and onside by the shadow. The referee was a schoolmaster from Llica, Profesor Néstor Quispe. He had a rule-book in his pocket, and it does not mention the sun. He gave the goal. It was a question, he said afterwards, of what could be seen by everyone.</p>
<p>I have discussed his reasoning with people whose job it is to use eight cameras and a computer for the same purpose. They are inclined to smile, then they go quiet. The trouble with their own lines, drawn upon a screen to the nearest centimetre, is not that they are wrong. It is that they are right about something that no one was playing. Nobody runs to the centimetre. A law which neither the attacker nor the defender, nor the crowd, is able to apply is no longer a rule of the game; it is a finding about it. Profesor Quispe would not have put it like that. He pointed out to me that three hundred people had come nine kilometres to see, and that the shadow was what they had seen.</p>
<p>At the winter meeting of the league, however, his ruling was overturned. Colchani had engaged a cousin with some law. Were the shadow to count, he argued, then in the morning the advantage would be with whoever was attacking westward, and in the afternoon eastward; tall players would be penalised; and cloud would amount to a change in the rules. It was unanswerable. So now they kick off at eleven, and it is all done by half past one, while shadows are still keeping close to their owners. Everybody is sunburned. The standard of play has risen, in Wilma’s opinion, and it is less beautiful. You used to be able to see a pass coming from behind you, she said. It came along the ground ahead of the ball.</p>
<div class="embed"><a href="https://video.example/liga-blanca/semi-final">Watch: the semi-final at Kilometre Nine, from the roof of a lorry</a></div>
<hr>
<p>Under the pitch, a few metres down, is brine, and in the brine there is lithium, a good part of all that is known to exist. I go to the Salar for that in the ordinary way. I have written a quantity of paragraphs about evaporation rates. It was from a hydrologist’s pick-up, on the road to a test well, that I first saw the lorries drawn up in a row in the middle of nothing, and it would be easy to finish by setting the one thing against the other: the motorcycles and the multinationals. The league will not oblige. Six of the eight captains have worked at the plant, Colchani’s shirts were paid for by a drilling contractor, and when I asked Don Eusebio what would become of his pitch he said that the ponds would be eighty kilometres off and that he had worried far more about Llica.</p>
<p>His own concern is with December. The rains come over from the Amazon, a hand’s breadth of water stands on the salt from shore to shore, and the whole of it turns into a mirror, which is when the tourists arrive. They are photographed walking in the sky. Beneath their feet the pitch dissolves. It takes, he reckons, about four days; first the centre circle goes, for some reason, then the areas, and the corners at the last. When the water has dried off in April there is a new crust, quite smooth, with the plates all in different places, and no trace on it of where anybody stood.</p>
<p>He paces it out afresh from the shore, with a compass. I asked him if he had ever come back to the same spot. He thought not. He said that he had once found a boot.</p>
`,
};
