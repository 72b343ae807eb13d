export const DELETED = "/desk/sections/deleted";

export const tabs = [
  { href: "/desk/sections", label: "Sections" },
  { href: "/desk/sections/topics", label: "Topics" },
  { href: DELETED, label: "Deleted" },
];
