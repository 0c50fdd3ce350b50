import type { Context } from '@mycelium/kit/context';
import { show } from './find-findings.ts';
import type { Import } from './import.ts';
import type { ImportColumn } from './import-view.ts';
import type { ContactField } from './meaning.ts';
import { maskCell } from './shown-values.ts';

/** What a contact has no place for. */
const withoutPlace: ReadonlySet<ContactField> = new Set(['STAGE', 'VISIBILITY', 'BIRTHDAY', 'EXTERNAL_ID']);

/** The columns of an import, with what each means and how it begins. */
export function columnsOf(ctx: Context, of: Import): ImportColumn[] {
  const { look, meanings, sealedSamples } = of;
  if (!look || !meanings || !sealedSamples) return [];
  const samples = JSON.parse(ctx.vault.open(sealedSamples)) as string[][];
  return look.columns.map((name, at) => {
    const meaning = meanings.columns[at] ?? undefined;
    return {
      ...{ name, field: meaning?.field, group: meaning?.group, label: meaning?.label },
      isKept: meaning !== undefined && !withoutPlace.has(meaning.field),
      samples: (samples[at] ?? []).map((cell) => show(ctx, of, 'columns', cell, maskCell)),
    };
  });
}
