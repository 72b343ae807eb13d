export const tabs = [
  { href: "/desk/sections", label: "Sections" },
  { href: "/desk/sections/topics", label: "Topics" },
];
