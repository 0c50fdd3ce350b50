import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { Mistake } from '../../look/Mistake.tsx';
import { MoveButtons } from '../../order/MoveButtons.tsx';
import { moved } from '../../order/moved.ts';
import type { Stage } from './opportunities.ts';
import { goneOf, type PipelineDraft, probabilityOf, type StageDraft, stageKinds } from './pipeline-draft.ts';

interface StagesFieldProps {
  draft: PipelineDraft;
  /** Those that are there. */
  stages: readonly Stage[];
  mistake: string | undefined;
  onChange: (changes: Partial<PipelineDraft>) => void;
}

/** The stages of a pipeline in their order, and where what stands in those goes that are taken away. */
export function StagesField({ draft, stages, mistake, onChange }: StagesFieldProps) {
  const { t } = useTranslation();
  const set = (at: number, changes: Partial<StageDraft>) =>
    onChange({ stages: draft.stages.map((stage, place) => (place === at ? { ...stage, ...changes } : stage)) });
  const move = (at: number, by: -1 | 1) => {
    const places = moved([...draft.stages.keys()].map(String), String(at), by);
    if (places) onChange({ stages: places.flatMap((place) => draft.stages[Number(place)] ?? []) });
  };
  return (
    <Fieldset variant="unstyled" legend={t('pipeline.stages')}>
      <Stack gap="xs" mt="xs">
        {draft.stages.map((stage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new stage has nothing but its place
          <Group key={at} gap="xs" align="flex-start">
            <TextInput
              flex="1 1 140px"
              aria-label={t('pipeline.stageName', { place: at + 1 })}
              value={stage.name}
              onChange={({ currentTarget }) => set(at, { name: currentTarget.value })}
            />
            <NativeSelect
              flex="0 1 110px"
              aria-label={t('pipeline.stageKind', { place: at + 1 })}
              data={stageKinds.map((value) => ({ value, label: t(`pipeline.kinds.${value}`) }))}
              value={stage.kind}
              onChange={({ currentTarget }) =>
                set(at, { kind: stageKinds.find((kind) => kind === currentTarget.value) ?? stage.kind })
              }
            />
            {stage.kind === 'OPEN' && (
              <TextInput
                w={72}
                inputMode="numeric"
                rightSection="%"
                aria-label={t('pipeline.probability', { place: at + 1 })}
                value={stage.probability}
                error={probabilityOf(stage) === undefined}
                onChange={({ currentTarget }) => set(at, { probability: currentTarget.value })}
              />
            )}
            <Group gap={0} wrap="nowrap">
              <MoveButtons
                name={stage.name}
                isFirst={at === 0}
                isLast={at === draft.stages.length - 1}
                onMove={(by) => move(at, by)}
                t={t}
              />
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('pipeline.removeStage', { name: stage.name })}
                onClick={() => onChange({ stages: draft.stages.filter((_, place) => place !== at) })}
              >
                <Icon name="close" size={18} />
              </ActionIcon>
            </Group>
          </Group>
        ))}
        {goneOf(draft, stages).map((stage) => (
          <WhereTo key={stage.id} stage={stage} draft={draft} onChange={onChange} />
        ))}
        {mistake && <Mistake>{mistake}</Mistake>}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={16} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange({ stages: [...draft.stages, { id: null, name: '', kind: 'OPEN', probability: '50' }] })
          }
        >
          {t('pipeline.addStage')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function WhereTo({ stage, draft, onChange }: Pick<StagesFieldProps, 'draft' | 'onChange'> & { stage: Stage }) {
  const { t } = useTranslation();
  const { id, name, kind, totals } = stage;
  if (totals.count === 0) return null;
  const targets = draft.stages.flatMap((each) =>
    each.id && each.kind === kind ? [{ value: each.id, label: each.name }] : [],
  );
  return (
    <NativeSelect
      label={t('pipeline.whereTo', { name, opportunities: totals.count })}
      data={[{ value: '', label: '–' }, ...targets]}
      value={draft.moves[id] ?? ''}
      onChange={({ currentTarget }) => onChange({ moves: { ...draft.moves, [id]: currentTarget.value } })}
    />
  );
}
