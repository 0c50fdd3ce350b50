import { createHash } from 'node:crypto';

/** The hash in a document id, `sha256:<hex>` or the bare hex; undefined when it is neither. */
export function hashOf(documentId: unknown): string | undefined {
  if (typeof documentId !== 'string') return undefined;
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(documentId)?.[1]?.toLowerCase();
}

/** What the id of a text is, as hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
