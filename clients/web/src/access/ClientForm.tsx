import { Autocomplete, Fieldset, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { useViewer } from '../session/viewer.tsx';
import { SpeakersDocument } from './access.ts';
import { type ClientDraft, grantable, limitNames, mistakesOfClient } from './client-draft.ts';
import { ScopesField } from './ScopesField.tsx';

/** Nobody but the platform speaks for itself. */
const platformItself = ['wrapper', 'system'];

interface ClientFormProps {
  draft: Draft<ClientDraft>;
  write: Omit<Write, 'write'>;
  /** The scopes it has already, which whoever edits it may not have. */
  kept?: readonly string[];
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (client: ClientDraft) => Promise<unknown>;
}

/** An API client, new or not: what it is called, what it may do, how much of it. */
export function ClientForm({ draft, write, kept, isReadOnly, action, onSave }: ClientFormProps) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const [{ data }] = useQuery({ query: SpeakersDocument });
  const speakers = data?.applications.map(({ name }) => name).filter((name) => !platformItself.includes(name));
  const { fields: client, change } = draft;
  const mistakes = mistakesOfClient(client);
  const missing = { name: mistakes.name && t('mistake.nameMissing'), scopes: mistakes.scopes && t('access.noScope') };
  const mistakeAt = mistakesIn(draft, write, missing);

  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && mistakes.limits.length === 0 && onSave(client)}
    >
      <TextInput
        label={t('access.name')}
        value={client.name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('access.description')}
        rows={2}
        value={client.description}
        readOnly={isReadOnly}
        error={mistakeAt('description')}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Autocomplete
        label={t('access.application')}
        description={t('access.applicationHint')}
        data={speakers ?? []}
        value={client.application}
        readOnly={isReadOnly}
        error={mistakeAt('application')}
        onChange={(application) => change({ application })}
      />
      <ScopesField
        offered={grantable(viewer.scopes, kept)}
        value={client.scopes}
        isReadOnly={isReadOnly}
        error={mistakeAt('scopes')}
        onChange={(scopes) => change({ scopes })}
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
              value={client.limits[limit]}
              error={mistakes.limits.includes(limit) ? t('mistake.notWhole') : write.mistakeAt(`limits.${limit}`)}
              onChange={(event) => change({ limits: { ...client.limits, [limit]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
      </Fieldset>
    </FormFrame>
  );
}
