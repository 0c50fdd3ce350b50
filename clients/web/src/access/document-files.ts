/** What people hand over: a GraphQL document as it is, or `persisted-documents.json` with many. */
export interface DocumentFile {
  name: string;
  text: string;
}

/** The documents of a file, each once; none where there is none in it. */
export function documentsIn({ name, text }: DocumentFile): string[] {
  const found = name.endsWith('.json') ? manifestIn(text) : [text];
  return [...new Set(found.filter((each) => each.trim()))];
}

/** What a document calls its first operation, where it calls it something. */
export function operationNameIn(text: string): string | undefined {
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1];
}

function manifestIn(text: string): string[] {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return [];
    const texts: unknown[] = Object.values(manifest);
    return texts.every((each) => typeof each === 'string') ? texts : [];
  } catch {
    return [];
  }
}
