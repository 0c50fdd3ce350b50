import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { CombinedError } from 'urql';
import { saveFile } from '../look/save-file.ts';

interface TablePage {
  csv: string;
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Hands a table over as one file that the graph answers page by page; `ask` throws what a page was refused with. */
export function useTableExport() {
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();

  async function save(name: string, ask: (after: string | null) => Promise<TablePage>) {
    setSaving(true);
    setRefusal(undefined);
    try {
      saveFile(name, 'text/csv', ['\uFEFF', ...(await readPages(ask))]);
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      setRefusal(problemOf(error));
    } finally {
      setSaving(false);
    }
  }

  return { save, isSaving, refusal };
}

/** Each page names its columns; together they name them once. */
export async function readPages(ask: (after: string | null) => Promise<TablePage>): Promise<string[]> {
  const parts: string[] = [];
  let after: string | null = null;
  for (let hasNextPage = true; hasNextPage; ) {
    const page: TablePage = await ask(after);
    parts.push(after === null ? page.csv : page.csv.slice(page.csv.indexOf('\r\n') + 2));
    hasNextPage = page.hasNextPage;
    after = page.endCursor;
  }
  return parts;
}
