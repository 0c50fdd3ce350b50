import { useTranslation } from 'react-i18next';
import type { AllWords } from '../words/all-words.ts';

type Kind = keyof AllWords['work']['kind'];

/** What a kind of work is called; one that has no words yet, by its own name. */
export function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => (i18n.exists(`work.kind.${kind}`) ? t(`work.kind.${kind as Kind}`) : kind);
}
