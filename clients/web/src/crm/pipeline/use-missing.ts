import { useTranslation } from 'react-i18next';
import { amountOf, type OpportunityDraft } from './opportunity-draft.ts';

/** What the form of an opportunity itself sees to be wrong. */
export function useMissing(draft: OpportunityDraft) {
  const { t } = useTranslation();
  const amount = amountOf(draft);
  return {
    title: !draft.title.trim() && t('pipeline.titleMissing'),
    amount: typeof amount === 'string' && t(`partners.mistake.${amount}`),
  };
}
