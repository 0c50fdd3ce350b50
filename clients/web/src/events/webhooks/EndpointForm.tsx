import { Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { ChooseNames, optionsOf } from '../ChooseNames.tsx';
import { NamesDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { type EndpointDraft, isTold } from './endpoint-draft.ts';

interface EndpointFormProps {
  draft: Draft<EndpointDraft>;
  write: Omit<Write, 'write'>;
  /** The word on the button that saves. */
  action: string;
  isReady: boolean;
  onSave: () => Promise<unknown>;
  /** Beside the button that saves. */
  beside?: ReactNode;
}

/** Where an endpoint is, what it is for, and what it is sent. */
export function EndpointForm({ draft, write, action, isReady, onSave, beside }: EndpointFormProps) {
  const { t } = useTranslation();
  const { data } = useWatched({ query: NamesDocument });
  const { fields: endpoint, change } = draft;
  const mistakeAt = mistakesIn(draft, write, {});

  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReady={isReady && endpoint.url.trim() !== ''}
      onSave={onSave}
      beside={beside}
    >
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        type="url"
        value={endpoint.url}
        error={mistakeAt('url')}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
      />
      <TextInput
        label={t('webhooks.description')}
        value={endpoint.description}
        error={mistakeAt('description')}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      <ChooseNames
        legend={t('webhooks.types')}
        all={t('webhooks.allTypes')}
        none={t('events.noneIsAll')}
        options={optionsOf(data?.eventTypes.map(({ name }) => name).filter(isTold) ?? [], endpoint.eventTypes)}
        chosen={endpoint.eventTypes}
        mistake={mistakeAt('eventTypes')}
        onChange={(eventTypes) => change({ eventTypes })}
      />
      <Text size="sm" c="var(--quiet)">
        {t('webhooks.alertsHint')}
      </Text>
      <ChooseNames
        legend={t('events.source')}
        all={t('webhooks.allSources')}
        none={t('events.noneIsAll')}
        options={optionsOf(data?.applications.map(({ name }) => name) ?? [], endpoint.sources)}
        chosen={endpoint.sources}
        mistake={mistakeAt('sources')}
        onChange={(sources) => change({ sources })}
      />
    </FormFrame>
  );
}
