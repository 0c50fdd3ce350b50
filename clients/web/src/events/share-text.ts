import { numberFormat } from '../words/formats.ts';
/** A share as a percentage; a dash where there is nothing to share. */
export function shareText(share: number | null | undefined, language: string): string {
  if (share == null) return '–';
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
