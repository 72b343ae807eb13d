/** Who may do what at the desk. This table is the only place where it is said. */
export const roles = ["contributor", "editor", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

const permissions = [
  "desk:open",
  "article:write",
  "article:edit-any",
  "article:review",
  "article:publish",
  "article:delete",
  "media:upload",
  "media:manage",
  "contributor:manage",
  "taxonomy:manage",
  "front:arrange",
  "comment:moderate",
  "comment:reveal-address",
  "readership:read",
  "redirect:manage",
  "staff:manage",
  "settings:manage",
  "log:read",
  "import:run",
  "backup:take",
] as const;
export type Permission = (typeof permissions)[number];

const writer: readonly Permission[] = ["desk:open", "article:write", "media:upload", "readership:read"];
const editor: readonly Permission[] = [
  ...writer,
  "article:edit-any",
  "article:review",
  "article:publish",
  "article:delete",
  "media:manage",
  "contributor:manage",
  "taxonomy:manage",
  "front:arrange",
  "comment:moderate",
  "redirect:manage",
];

const granted: Record<Role, ReadonlySet<Permission>> = {
  contributor: new Set(writer),
  editor: new Set(editor),
  moderator: new Set<Permission>(["desk:open", "comment:moderate", "readership:read"]),
  administrator: new Set(permissions),
};

export function may(role: Role, permission: Permission): boolean {
  return granted[role].has(permission);
}
