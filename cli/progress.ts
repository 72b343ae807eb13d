/**
 * Tells how far a long step is: in place on a terminal, at the beginning only where the words go to a file.
 * Call what is returned once for each thing done.
 */
export function progress(sentence: string, total: number): () => void {
  let done = 0;
  const { stdout } = process;
  if (!stdout.isTTY) {
    console.log(`${sentence} (${total}) …`);
    return () => undefined;
  }
  const show = () => stdout.write(`\r${sentence}: ${done} of ${total} …`);
  show();
  return () => {
    done += 1;
    show();
    if (done === total) stdout.write("\n");
  };
}
