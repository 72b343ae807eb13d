import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireArticle } from "#app/_server/article-access";
import { readEditedArticle, readEditorHouse } from "#app/_server/edited-article";
import { EditorLoader } from "#components/desk/editor/editor-loader";
import type { ArticleDeeds } from "#core/article-deeds";
import { findStandingDraft } from "#db/articles/standing-draft";
import { findPictures } from "../../pictures/find-pictures.ts";
import {
  addContributor,
  addTopic,
  correctLiveArticle,
  deleteArticleNote,
  describeAddress,
  findContributors,
  leaveArticleNote,
  moveOpenArticle,
  removeArticle,
  replyToArticleNote,
  resolveArticleNote,
  setArticleComments,
  takeArticleStep,
  tryLinks,
} from "./actions.ts";
import { findArticles, leaveArticleTranslations, nameArticleTranslation } from "./translation-actions.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await requireArticle((await params).id);
  const standing = await findStandingDraft(articleId);
  return { title: standing?.content.headline || "Untitled" };
}

const deeds: ArticleDeeds = {
  takeStep: takeArticleStep,
  remove: removeArticle,
  correct: correctLiveArticle,
  move: moveOpenArticle,
  setComments: setArticleComments,
  findArticles,
  nameTranslation: nameArticleTranslation,
  leaveTranslations: leaveArticleTranslations,
  leaveNote: leaveArticleNote,
  replyToNote: replyToArticleNote,
  resolveNote: resolveArticleNote,
  deleteNote: deleteArticleNote,
  addTopic,
  findContributors,
  addContributor,
  findPictures,
  describeAddress,
  tryLinks,
};

export default async function ArticlePage({ params }: Props) {
  const { staff, articleId } = await requireArticle((await params).id);
  const now = new Date();
  const [article, house] = await Promise.all([readEditedArticle(staff, articleId, now), readEditorHouse(staff)]);
  if (!article) notFound();
  return <EditorLoader key={articleId} article={article} house={house} deeds={deeds} />;
}
