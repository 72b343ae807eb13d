import { Fragment } from "react";
import { type CommentLine, paragraphsOf } from "#core/comment-text";

/** A comment's words as paragraphs. Bare addresses can be followed; nothing else in them is markup. */
export function CommentText({ text }: { text: string }) {
  return paragraphsOf(text).map((lines, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a comment's paragraphs never change places
    <p key={at} dir="auto">
      {lines.map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do its lines
        <Fragment key={number}>
          {number > 0 && <br />}
          <Line line={line} />
        </Fragment>
      ))}
    </p>
  ));
}

function Line({ line }: { line: CommentLine }) {
  return line.map((piece, at) =>
    piece.kind === "words" ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: nor the pieces of a line
      <a href={piece.url} rel="ugc nofollow" key={at}>
        {piece.text}
      </a>
    ),
  );
}
