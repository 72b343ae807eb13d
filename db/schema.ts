export * from "./schema/comments.ts";
export * from "./schema/mail.ts";
export * from "./schema/media.ts";
export * from "./schema/merges.ts";
export * from "./schema/publication.ts";
export * from "./schema/readership.ts";
export * from "./schema/staff.ts";
