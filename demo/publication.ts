import type { DemoPublication, DemoSection, DemoTopic } from "./demo-types.ts";

export const publication: DemoPublication = {
  name: "National Update",
  description:
    "Reporting and analysis on how places work, from the ports, rivers and workshops of Asia to the rest of the world.",
  tagline: "The slow news, carefully told",
  timeZone: "Asia/Seoul",
  language: "en-GB",
  social: [
    { label: "Mastodon", url: "https://social.example/@nationalupdate" },
    { label: "YouTube", url: "https://video.example/nationalupdate" },
    { label: "Podcast", url: "https://audio.example/national-update" },
    { label: "Newsletter", url: "https://letters.example/national-update" },
    { label: "RSS", url: "/feed.xml" },
  ],
  copyright: "National Update. All rights reserved.",
};

export const sections: DemoSection[] = [
  {
    slug: "asia",
    name: "Asia",
    description:
      "Reporting from the continent’s coasts, deltas and interiors, on the arrangements by which most of humanity lives.",
  },
  {
    slug: "world",
    name: "World",
    description: "Borders, crossings and the unnoticed work that keeps distant places in touch.",
  },
  {
    slug: "economy",
    name: "Economy",
    description: "What things cost, who bears the risk, and how the sums are really done.",
  },
  {
    slug: "science",
    name: "Science",
    description: "Research seen from the bench, the boat and the field station, doubts included.",
  },
  {
    slug: "culture",
    name: "Culture",
    description: "Language, print, music and play, and the people who keep them in use.",
  },
  {
    slug: "opinion",
    name: "Opinion",
    description: "Arguments we thought worth having, each signed by the person who makes it.",
  },
];

export const topics: DemoTopic[] = [
  { slug: "shipping", name: "Shipping", description: "Ferries, freight, ports and the people who work the tides." },
  {
    slug: "rivers",
    name: "Rivers and lakes",
    description: "Fresh water: where it goes, who decides, what it carries.",
  },
  { slug: "farming", name: "Farming", description: "Rice, maize, seed and the calendar of the field." },
  { slug: "railways", name: "Railways" },
  { slug: "ageing", name: "Ageing", description: "How communities rearrange themselves as their members grow old." },
  { slug: "semiconductors", name: "Semiconductors" },
  { slug: "climate", name: "Climate", description: "Weather over the long run, and how people keep account of it." },
  { slug: "languages", name: "Languages", description: "Words, scripts, and the labour of writing them down." },
  { slug: "archives", name: "Archives", description: "What is kept, what is lost, and who chooses." },
  { slug: "islands", name: "Islands" },
  { slug: "oceans", name: "Oceans", description: "The sea above and below the surface." },
  { slug: "finance", name: "Finance", description: "Credit, insurance and the price of waiting." },
  { slug: "metals", name: "Metals" },
  {
    slug: "measurement",
    name: "Measurement",
    description: "Counting, gauging and forecasting, with their honest errors.",
  },
  { slug: "borders", name: "Borders", description: "Lines on maps and the life that goes on across them." },
  { slug: "cities", name: "Cities" },
  { slug: "schools", name: "Schools" },
  { slug: "sport", name: "Sport" },
];
