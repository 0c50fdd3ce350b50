import type { Client } from 'urql';
import type { AuditFilter } from '../generated/graphql.ts';
import { saveFile } from '../look/save-file.ts';
import { ExportDocument } from './log.ts';

/** Hands the whole filtered log over as a file, page by page; throws what a page was refused with. */
export async function exportLog(client: Client, tenantId: string, filter: AuditFilter, name: string): Promise<void> {
  const parts: string[] = [];
  let after: string | null | undefined;
  for (let hasNextPage = true; hasNextPage; ) {
    const { data, error } = await client
      .query(ExportDocument, { tenantId, filter, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) throw error ?? new Error('The log did not answer.');
    const { csv } = data.auditExport;
    // Each page names its columns; the file names them once.
    parts.push(after ? csv.slice(csv.indexOf('\r\n') + 2) : csv);
    hasNextPage = data.auditExport.hasNextPage;
    after = data.auditExport.endCursor;
  }
  saveFile(name, 'text/csv', ['\uFEFF', ...parts]);
}
