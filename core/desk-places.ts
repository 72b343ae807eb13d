import { may, type Permission, type Role } from "#core/permissions";

export type Place = { href: string; label: string; permission: Permission };
export type PlaceGroup = { title: string; places: readonly Place[] };

/** Where the desk leads. */
const groups: readonly PlaceGroup[] = [
  {
    title: "Writing",
    places: [
      { href: "/desk", label: "Today", permission: "desk:open" },
      { href: "/desk/articles", label: "Articles", permission: "article:write" },
      { href: "/desk/pictures", label: "Pictures", permission: "media:upload" },
      { href: "/desk/front", label: "Front page", permission: "front:arrange" },
    ],
  },
  {
    title: "Readers",
    places: [
      { href: "/desk/comments", label: "Comments", permission: "comment:moderate" },
      { href: "/desk/readership", label: "Readership", permission: "readership:read" },
    ],
  },
  {
    title: "Publication",
    places: [
      { href: "/desk/contributors", label: "People", permission: "contributor:manage" },
      { href: "/desk/sections", label: "Sections & topics", permission: "taxonomy:manage" },
      { href: "/desk/redirects", label: "Redirects", permission: "redirect:manage" },
    ],
  },
  {
    title: "House",
    places: [
      { href: "/desk/staff", label: "Staff", permission: "staff:manage" },
      { href: "/desk/settings", label: "Settings", permission: "settings:manage" },
      { href: "/desk/import", label: "Import", permission: "import:run" },
      { href: "/desk/backups", label: "Backups", permission: "backup:take" },
      { href: "/desk/log", label: "Log", permission: "log:read" },
    ],
  },
];

/** The places a role may open, in their groups. */
export function placesFor(role: Role): PlaceGroup[] {
  return groups
    .map(({ title, places }) => ({ title, places: places.filter(({ permission }) => may(role, permission)) }))
    .filter(({ places }) => places.length > 0);
}
