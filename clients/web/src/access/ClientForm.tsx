import { Autocomplete, Button, Fieldset, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useViewer } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { SpeakersDocument } from './access.ts';
import { type ClientDraft, grantable, limitNames, mistakesOfClient } from './client-draft.ts';
import { ScopesField } from './ScopesField.tsx';

/** Nobody but the platform speaks for itself. */
const platformItself = ['wrapper', 'system'];

interface ClientFormProps {
  start: ClientDraft;
  problem: Problem | undefined;
  isBusy: boolean;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (draft: ClientDraft) => Promise<void>;
}

/** An API client, new or not: what it is called, what it may do, how much of it. */
export function ClientForm({ start, problem, isBusy, isReadOnly, action, onSave }: ClientFormProps) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const [{ data }] = useQuery({ query: SpeakersDocument });
  const speakers = data?.applications.map(({ name }) => name).filter((name) => !platformItself.includes(name));
  const [draft, setDraft] = useState(start);
  const [wasTried, setTried] = useState(false);
  const mistakes = mistakesOfClient(draft);
  const hasMistakes = mistakes.name || mistakes.scopes || mistakes.limits.length > 0;
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const messageAt = (field: string) => (refused === field && problem ? mistakeText(problem) : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!hasMistakes) await onSave(draft);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('access.name')}
          value={draft.name}
          readOnly={isReadOnly}
          error={wasTried && mistakes.name ? t('mistake.nameMissing') : messageAt('name')}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Textarea
          label={t('access.description')}
          rows={2}
          value={draft.description}
          readOnly={isReadOnly}
          error={messageAt('description')}
          onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('access.application')}
          description={t('access.applicationHint')}
          data={speakers ?? []}
          value={draft.application}
          readOnly={isReadOnly}
          error={messageAt('application')}
          onChange={(application) => setDraft({ ...draft, application })}
        />
        <ScopesField
          offered={grantable(viewer.scopes, start.scopes)}
          value={draft.scopes}
          isReadOnly={isReadOnly}
          error={messageAt('scopes') ?? (wasTried && mistakes.scopes ? t('access.noScope') : undefined)}
          onChange={(scopes) => setDraft({ ...draft, scopes })}
        />
        <Fieldset legend={t('access.limits')} variant="unstyled" disabled={isReadOnly}>
          <SimpleGrid cols={2} spacing="sm" mt="sm">
            {limitNames.map((limit) => (
              <TextInput
                key={limit}
                label={t(`access.${limit}`)}
                placeholder={t('access.usual')}
                inputMode="numeric"
                autoComplete="off"
                value={draft.limits[limit]}
                error={
                  mistakes.limits.includes(limit)
                    ? t('mistake.notWhole')
                    : refused === 'limits' && problem?.path[2] === limit && mistakeText(problem)
                }
                onChange={(event) =>
                  setDraft({ ...draft, limits: { ...draft.limits, [limit]: event.currentTarget.value } })
                }
              />
            ))}
          </SimpleGrid>
        </Fieldset>
        {problem && !refused && <Trouble problem={problem} />}
        {!isReadOnly && (
          <div className={panel.actions}>
            <Button type="submit" loading={isBusy}>
              {action}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
