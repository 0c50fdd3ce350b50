/** What people hand over: a GraphQL document as it is, or `persisted-documents.json` with many. */
export interface DocumentFile {
  name: string;
  text: string;
}

/** The documents of these files, each once; the name of the first file in which there are none. */
export function documentsIn(files: readonly DocumentFile[]): { texts: string[] } | { unreadable: string } {
  const texts = new Set<string>();
  for (const { name, text } of files) {
    const found = name.endsWith('.json') ? manifestIn(text) : [text];
    if (!found?.some((each) => each.trim())) return { unreadable: name };
    for (const each of found) texts.add(each);
  }
  return { texts: [...texts] };
}

function manifestIn(text: string): string[] | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return undefined;
    const texts: unknown[] = Object.values(manifest);
    return texts.every((each) => typeof each === 'string') ? texts : undefined;
  } catch {
    return undefined;
  }
}
