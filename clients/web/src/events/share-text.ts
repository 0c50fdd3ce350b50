/** A share as a percentage; a dash where there is nothing to share. */
export function shareText(share: number | null | undefined, language: string): string {
  if (share == null) return '–';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
