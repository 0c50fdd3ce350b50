import { useTranslation } from 'react-i18next';
import { type PipelineDraft, probabilityOf } from './pipeline-draft.ts';

/** What the form of a pipeline itself sees to be wrong. */
export function useMissingStages({ name, stages }: PipelineDraft) {
  const { t } = useTranslation();
  const isNamed = stages.every((stage) => stage.name.trim());
  const isLikely = stages.every((stage) => stage.kind !== 'OPEN' || probabilityOf(stage) !== undefined);
  return {
    name: !name.trim() && t('mistake.nameMissing'),
    stages: !isNamed ? t('pipeline.stageNameMissing') : !isLikely && t('pipeline.probabilityWrong'),
  };
}
