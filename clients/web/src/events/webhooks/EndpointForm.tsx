import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '../../look/Panel.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
import { ChooseNames, optionsOf } from '../ChooseNames.tsx';
import { ApplicationsDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { draftFields, type EndpointDraft, isTold } from './endpoint-draft.ts';

interface EndpointFormProps {
  draft: EndpointDraft;
  onChange: (changes: Partial<EndpointDraft>) => void;
  problem: Problem | undefined;
  answer: string;
  isReady: boolean;
  isSaving: boolean;
  onSubmit: () => Promise<void>;
  /** Beside the button that saves. */
  children?: ReactNode;
}

/** Where an endpoint is, what it is for, and what it is told. */
export function EndpointForm({
  draft,
  onChange,
  problem,
  answer,
  isReady,
  isSaving,
  onSubmit,
  children,
}: EndpointFormProps) {
  const { t } = useTranslation();
  const { data } = useWatched({ query: ApplicationsDocument });
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const messageAt = (field: string) => (refused === field && problem ? mistakeText(problem) : undefined);
  const isAtField = draftFields.some((field) => field === refused);

  async function submit(event: FormEvent) {
    event.preventDefault();
    await onSubmit();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('webhooks.url')}
          description={t('webhooks.urlHint')}
          type="url"
          value={draft.url}
          error={messageAt('url')}
          onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
        />
        <TextInput
          label={t('webhooks.description')}
          value={draft.description}
          error={messageAt('description')}
          onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
        />
        <ChooseNames
          legend={t('webhooks.types')}
          all={t('webhooks.allTypes')}
          none={t('events.noneIsAll')}
          options={optionsOf(data?.eventTypes.map(({ name }) => name).filter(isTold) ?? [], draft.eventTypes)}
          chosen={draft.eventTypes}
          mistake={messageAt('eventTypes')}
          onChange={(eventTypes) => onChange({ eventTypes })}
        />
        <Text size="sm" c="var(--quiet)">
          {t('webhooks.alertsHint')}
        </Text>
        <ChooseNames
          legend={t('events.source')}
          all={t('webhooks.allSources')}
          none={t('events.noneIsAll')}
          options={optionsOf(data?.applications.map(({ name }) => name) ?? [], draft.sources)}
          chosen={draft.sources}
          mistake={messageAt('sources')}
          onChange={(sources) => onChange({ sources })}
        />
        {problem && !isAtField && <Trouble problem={problem} />}
        <div className={panel.actions}>
          <Button type="submit" loading={isSaving} disabled={!isReady || !draft.url.trim()}>
            {answer}
          </Button>
          {children}
        </div>
      </Stack>
    </form>
  );
}
