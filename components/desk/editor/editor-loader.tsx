"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import type { ArticleEditor } from "./article-editor.tsx";

const Loaded = dynamic(() => import("./article-editor.tsx").then((module) => module.ArticleEditor), {
  ssr: false,
  loading: () => <p role="status">Opening the article…</p>,
});

/** The editor, fetched where an article is opened and nowhere else at the desk. */
export function EditorLoader(props: ComponentProps<typeof ArticleEditor>) {
  return <Loaded {...props} />;
}
