/** A file that cannot be taken in, said in one sentence for whoever gave it. Nothing of it has been written. */
export class RefusedSource extends Error {}
