import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext, useParams } from 'react-router';
import { ActionBar } from '../../look/ActionBar.tsx';
import { Fact, Facts } from '../../look/Facts.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import classes from '../EventDetail.module.css';
import type { ApplicationsOutlet } from './ApplicationsPage.tsx';

/** One type of events: who sends it to whom, and what it carries. */
export function Component() {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const { type: name = '' } = useParams();
  const { eventTypes } = useOutletContext<ApplicationsOutlet>();
  return (
    <ThingPanel
      asked={{ thing: eventTypes.find((each) => each.name === name) ?? null }}
      name={name}
      titleOf={() => name}
      icon="share"
      gone={{ title: t('events.notFoundTitle'), text: t('events.notFoundText') }}
      list="/events/applications"
    >
      {(type) => (
        <Stack gap="md" pb="lg">
          <Group justify="space-between">
            <Text size="sm">{t('events.version', { version: type.version })}</Text>
            <Text size="sm" c="var(--quiet)">
              {t(type.isBuiltIn ? 'events.builtIn' : 'events.own')}
            </Text>
          </Group>
          <Text size="sm" lang="en">
            {type.description}
          </Text>
          <Facts>
            <Fact name={t('events.source')}>{type.source}</Fact>
            <Fact name={t('events.target')}>{type.targets.join(', ')}</Fact>
            {type.aliases.length > 0 && <Fact name={t('events.aliases')}>{type.aliases.join(', ')}</Fact>}
          </Facts>
          <section>
            <Title order={3} size="h5" mb={4}>
              {t('events.schema')}
            </Title>
            <Code block tabIndex={0} className={classes.json}>
              {JSON.stringify(type.payloadSchema, undefined, 2)}
            </Code>
          </section>
          {mayManage && !type.isBuiltIn && (
            <ActionBar>
              <Button component={Link} to={`/events/applications/types/new?of=${name}`} variant="default">
                {t('events.newVersion')}
              </Button>
            </ActionBar>
          )}
        </Stack>
      )}
    </ThingPanel>
  );
}
