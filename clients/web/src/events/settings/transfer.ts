import type { Client } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { saveFile } from '../../look/save-file.ts';

const ExportDocument = graphql(`
  query EventExport($after: String) {
    viewer {
      id
      tenant {
        id
        eventExport(after: $after) {
          lines
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const ImportDocument = graphql(`
  mutation ImportEvents($lines: [String!]!) {
    importEvents(lines: $lines) {
      imported
      known
      refused
      lines {
        line
        status
      }
    }
  }
`);

/** As many as one call takes. */
const BATCH = 500;

/** Hands what has not been acknowledged over as a file, a line for each delivery; answers how many, and throws what a page was refused with. */
export async function saveOpenEvents(client: Client, name: string): Promise<number> {
  const lines: string[] = [];
  let after: string | null | undefined;
  for (let hasNextPage = true; hasNextPage; ) {
    const { data, error } = await client
      .query(ExportDocument, { after }, { requestPolicy: 'network-only' })
      .toPromise();
    const page = data?.viewer?.tenant?.eventExport;
    if (!page) throw error ?? new Error('The events did not answer.');
    lines.push(...page.lines);
    hasNextPage = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  if (lines.length > 0) saveFile(name, 'application/jsonl', [`${lines.join('\n')}\n`]);
  return lines.length;
}

export interface Imported {
  imported: number;
  known: number;
  refused: number;
  /** In the file, from 1. */
  firstRefused?: number;
}

/** Takes over what such a file holds; answers how many were new, how many here already, and how many were not right. */
export async function importLines(client: Client, text: string): Promise<Imported> {
  const lines = text.split(/\r?\n/).flatMap((line, index) => (line.trim() ? [{ line, number: index + 1 }] : []));
  const sum: Imported = { imported: 0, known: 0, refused: 0 };
  for (let from = 0; from < lines.length; from += BATCH) {
    const batch = lines.slice(from, from + BATCH);
    const { data, error } = await client.mutation(ImportDocument, { lines: batch.map(({ line }) => line) }).toPromise();
    if (!data) throw error ?? new Error('The events did not answer.');
    const { imported, known, refused } = data.importEvents;
    sum.imported += imported;
    sum.known += known;
    sum.refused += refused;
    const first = data.importEvents.lines.find(({ status }) => status === 'REFUSED');
    if (first) sum.firstRefused ??= batch[first.line - 1]?.number;
  }
  return sum;
}
