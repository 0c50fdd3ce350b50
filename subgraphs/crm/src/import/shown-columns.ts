import type { Context } from '@mycelium/kit/context';
import { show } from './find-findings.ts';
import type { Import } from './import.ts';
import type { ImportColumn } from './import-view.ts';
import { type Meaning, type Origin, systemOf } from './meaning.ts';
import { maskCell } from './shown-values.ts';

/** The columns of an import, with what each means and how it begins. */
export function columnsOf(ctx: Context, of: Import): ImportColumn[] {
  const { look, meanings, sealedSamples } = of;
  if (!look || !meanings || !sealedSamples) return [];
  const samples = JSON.parse(ctx.vault.open(sealedSamples)) as string[][];
  return look.columns.map((name, at) => {
    const meaning = meanings.columns[at] ?? undefined;
    return {
      ...{ name, field: meaning?.field, group: meaning?.group, label: meaning?.label },
      isKept: meaning !== undefined && hasPlace(meaning, meanings.origin),
      samples: (samples[at] ?? []).map((cell) => show(ctx, of, 'columns', cell, maskCell)),
    };
  });
}

function hasPlace(meaning: Meaning, origin: Origin | undefined): boolean {
  if (meaning.field === 'EXTERNAL_ID') return origin === 'MYCELIUM' || systemOf(meaning, origin) !== undefined;
  return meaning.field !== 'VISIBILITY';
}
