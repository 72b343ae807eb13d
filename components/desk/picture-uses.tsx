import Link from "next/link";
import styles from "./picture-uses.module.css";

type Props = {
  uses: {
    articles: readonly { id: number; headline: string; place: "head" | "text"; inBin: boolean }[];
    contributors: readonly { id: number; name: string }[];
    logo: boolean;
  };
  openable: { people: boolean };
};

const places = { head: "at the head", text: "in the text" } as const;

/** Where a picture stands, each place with a way to it. */
export function PictureUses({ uses: { articles, contributors, logo }, openable }: Props) {
  if (articles.length + contributors.length === 0 && !logo) return <p>Nowhere yet.</p>;
  return (
    <ul className={styles.uses}>
      {articles.map(({ id, headline, place, inBin }) => (
        <li key={`article-${id}`}>
          {inBin ? headline : <Link href={`/desk/articles/${id}`}>{headline}</Link>}{" "}
          <span>{inBin ? "article in the bin" : places[place]}</span>
        </li>
      ))}
      {contributors.map(({ id, name }) => (
        <li key={`person-${id}`}>
          {openable.people ? <Link href={`/desk/contributors/${id}`}>{name}</Link> : name} <span>person</span>
        </li>
      ))}
      {logo && <li>The publication’s logo</li>}
    </ul>
  );
}
