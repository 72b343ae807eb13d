/** As `core/note.ts` has it, which would bring zod along. */
const LONGEST_PASSAGE = 1_000;

/** On a draft: words that are selected are put down as what a note is about. What somebody typed there stays. */
export function quoteSelection(): void {
  const field = document.querySelector<HTMLTextAreaElement>("#note-passage");
  if (!field) return;
  let put = "";
  const quote = () => {
    const selection = getSelection();
    const isOfArticle = selection?.anchorNode?.parentElement?.closest("article");
    const words = isOfArticle ? String(selection).trim().slice(0, LONGEST_PASSAGE) : "";
    if (words && field.value === put) {
      put = words;
      field.value = words;
    }
  };
  document.addEventListener("selectionchange", quote);
  // Words may have been selected before this was here.
  quote();
}
