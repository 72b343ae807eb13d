/** One of a group of articles that say the same in different languages. */
export type Version = { language: string; isOriginal: boolean };

/** One version for each language, the original first: where two have the same language, the one that stands earlier. */
export function versionsByLanguage<Each extends Version>(versions: readonly Each[]): Each[] {
  const byLanguage = new Map<string, Each>();
  const originalFirst = versions.toSorted((one, other) => Number(other.isOriginal) - Number(one.isOriginal));
  for (const version of originalFirst) {
    if (!byLanguage.has(version.language)) byLanguage.set(version.language, version);
  }
  return [...byLanguage.values()];
}

/** The version for whoever reads none of the languages: the one in the publication's own, or else the original. */
function versionForAll<Each extends Version>(versions: readonly Each[], publication: string): Each | undefined {
  return (
    versions.find(({ language }) => language === publication) ??
    versions.find(({ isOriginal }) => isOriginal) ??
    versions[0]
  );
}

/** The addresses of all versions as `hreflang` tells them; nothing where there is but one. */
export function alternates<Each extends Version & { url: string }>(
  versions: readonly Each[],
  publication: string,
): { language: string; url: string }[] {
  const shown = versionsByLanguage(versions);
  if (shown.length < 2) return [];
  const forAll = versionForAll(shown, publication);
  const told = shown.map(({ language, url }) => ({ language, url }));
  return forAll ? [...told, { language: "x-default", url: forAll.url }] : told;
}
