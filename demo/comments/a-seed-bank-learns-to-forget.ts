import type { DemoComment } from "../demo-types.ts";

export const comments: DemoComment[] = [
  {
    key: "seed-1",
    name: "Beatriz Lomba",
    email: "beatriz.lomba@example.org",
    at: 150,
    text: "My grandmother gave the widow’s bean, or one like it. I had forgotten until the packet. You were supposed to take it without saying thank you, as otherwise it would count as a present and have to be returned.",
    status: "approved",
  },
  {
    key: "seed-2",
    parent: "seed-1",
    name: "Alasdair Crum",
    email: "a.crum@example.org",
    at: 214,
    text: "Mr Antunes would like to know which parish. He says that it is not on the note.",
    status: "approved",
  },
  {
    key: "seed-3",
    parent: "seed-2",
    name: "Beatriz Lomba",
    email: "beatriz.lomba@example.org",
    at: 260,
    text: "Covelães. I shall write to him properly. I have some, I think. I thought they were just beans.",
    status: "approved",
  },
  {
    key: "seed-4",
    name: "Quentin Farr",
    email: "quentin.farr@example.net",
    at: 388,
    text: "The score counts variants found nowhere else “in any bank that will share its data”. That is doing a lot of work. A bank which hoards its data makes everyone else’s seeds look rarer than they are, and so gets them preserved at others’ expense. Somebody should write down who does not share.",
    status: "approved",
  },
  {
    key: "seed-5",
    parent: "seed-4",
    name: "plantgeek_88",
    email: "plantgeek88@example.net",
    at: 530,
    text: "I could name three from memory and I expect Dr Taveira could too. Is there a list? If there isn’t I will start one.",
    status: "held",
  },
];
