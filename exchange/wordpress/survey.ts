import { readExport } from "./export-reader.ts";
import type { Fields, WordPressItem } from "./export-records.ts";

/** A file that was uploaded to WordPress. */
export type Attachment = {
  id: string;
  url: string;
  alt: string;
  caption: string;
  credit: string;
  parent: string;
  order: number;
  title: string;
};

export type Author = { login: string; name: string };
export type GuestAuthor = { slug: string; name: string; bio: string; website: string; account: string };

/**
 * What has to be known of all files before the first post can be taken in: who wrote, which categories there are, what
 * was uploaded. It is small beside the export, and reading it proves that every file is whole.
 */
export type Survey = {
  version: string;
  name: string;
  address: string;
  language: string;
  /** By login. */
  authors: Map<string, Author>;
  /** By address part. */
  guests: Map<string, GuestAuthor>;
  /** By address part. */
  categories: Map<string, { slug: string; name: string; description: string; parent: string; termId: string }>;
  tags: Map<string, { slug: string; name: string; description: string }>;
  attachments: Map<string, Attachment>;
  attachedTo: Map<string, Attachment[]>;
  /** Reusable blocks by number. */
  blocks: Map<string, string>;
  items: number;
};

const text = (fields: Fields, name: string): string => (fields[name] ?? "").trim();

export async function survey(paths: readonly string[], progress?: (bytes: number) => void): Promise<Survey> {
  const found: Survey = {
    version: "",
    name: "",
    address: "",
    language: "",
    authors: new Map(),
    guests: new Map(),
    categories: new Map(),
    tags: new Map(),
    attachments: new Map(),
    attachedTo: new Map(),
    blocks: new Map(),
    items: 0,
  };
  for (const path of paths) {
    for await (const record of readExport(path, progress)) {
      if (record.kind === "item") noteItem(found, record.item);
      else if (record.kind === "channel") {
        found.version ||= record.version;
        found.name ||= text(record.fields, "title");
        found.address ||= text(record.fields, "wp:base_blog_url") || text(record.fields, "link");
        found.language ||= text(record.fields, "language");
      } else noteTerm(found, record.kind, record.fields);
    }
  }
  for (const attached of found.attachedTo.values())
    attached.sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
  return found;
}

function noteTerm(found: Survey, kind: "author" | "category" | "tag" | "term", fields: Fields): void {
  if (kind === "author") {
    const login = text(fields, "wp:author_login");
    found.authors.set(login, { login, name: text(fields, "wp:author_display_name") || login });
  } else if (kind === "category") {
    const slug = text(fields, "wp:category_nicename");
    found.categories.set(slug, {
      slug,
      name: text(fields, "wp:cat_name") || slug,
      description: text(fields, "wp:category_description"),
      parent: text(fields, "wp:category_parent"),
      termId: text(fields, "wp:term_id"),
    });
  } else if (kind === "tag") {
    const slug = text(fields, "wp:tag_slug");
    found.tags.set(slug, {
      slug,
      name: text(fields, "wp:tag_name") || slug,
      description: text(fields, "wp:tag_description"),
    });
  }
}

function noteItem(found: Survey, { fields, meta }: WordPressItem): void {
  found.items += 1;
  const id = text(fields, "wp:post_id");
  const type = text(fields, "wp:post_type");
  if (type === "attachment") {
    const attachment: Attachment = {
      id,
      url: text(fields, "wp:attachment_url") || text(fields, "guid"),
      alt: meta.get("_wp_attachment_image_alt")?.trim() ?? "",
      caption: text(fields, "excerpt:encoded"),
      credit: (meta.get("_media_credit") ?? meta.get("media_credit") ?? "").trim(),
      parent: text(fields, "wp:post_parent"),
      order: Number(text(fields, "wp:menu_order")) || 0,
      title: text(fields, "title"),
    };
    found.attachments.set(id, attachment);
    if (attachment.parent !== "" && attachment.parent !== "0") {
      const siblings = found.attachedTo.get(attachment.parent) ?? [];
      siblings.push(attachment);
      found.attachedTo.set(attachment.parent, siblings);
    }
  } else if (type === "wp_block") {
    found.blocks.set(id, fields["content:encoded"] ?? "");
  } else if (type === "guest-author") {
    const slug = text(fields, "wp:post_name");
    found.guests.set(slug, {
      slug,
      name: meta.get("cap-display_name")?.trim() || text(fields, "title"),
      bio: meta.get("cap-description")?.trim() ?? "",
      website: meta.get("cap-website")?.trim() ?? "",
      account: meta.get("cap-linked_account")?.trim() ?? "",
    });
  }
}
