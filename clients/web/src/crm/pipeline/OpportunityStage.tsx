import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useThing } from '../../graph/use-thing.ts';
import { Moment } from '../../look/Moment.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { type Opportunity, PipelineDocument } from './opportunities.ts';
import { useMove } from './use-move.tsx';

/** How far an opportunity is: put on by one stage or to any, won, or lost for a reason. */
export function OpportunityStage({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { timeZone } = useTenant();
  const { pipeline, stage, closedAt, reason } = opportunity;
  const asked = useThing({ query: PipelineDocument, variables: { id: pipeline.id } }, (data) => data.pipeline);
  const { move, dialog } = useMove();
  const stages = asked.thing?.stages ?? [];
  const moveTo = (id: string | undefined) => {
    const to = stages.find((each) => each.id === id);
    if (to) void move({ card: opportunity, to, below: undefined, wasBelow: undefined });
  };
  const firstOf = (kind: 'WON' | 'LOST') => stages.find((each) => each.kind === kind)?.id;
  return (
    <Stack gap="sm">
      {closedAt && (
        <Text size="sm">
          {stage.name} · <Moment at={closedAt} timeZone={timeZone} />
          {reason && ` · ${reason}`}
        </Text>
      )}
      <NativeSelect
        label={t('pipeline.stage')}
        data={(stages.length > 0 ? stages : [stage]).map(({ id, name }) => ({ value: id, label: name }))}
        value={stage.id}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => moveTo(currentTarget.value)}
      />
      {mayWrite && !closedAt && (
        <Group gap="xs">
          <Button size="sm" onClick={() => moveTo(firstOf('WON'))}>
            {t('pipeline.markWon')}
          </Button>
          <Button size="sm" variant="default" onClick={() => moveTo(firstOf('LOST'))}>
            {t('pipeline.markLost')}
          </Button>
        </Group>
      )}
      {dialog}
    </Stack>
  );
}
