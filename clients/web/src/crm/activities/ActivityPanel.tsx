import { Button, Divider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { PanelEnd } from '../../look/ActionBar.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useListed } from '../use-listed.ts';
import { ActivityFields } from './ActivityFields.tsx';
import { type Activity, ActivityDocument } from './activities.ts';
import { changedActivityOf, draftOfActivity } from './activity-draft.ts';
import { CompleteForm } from './CompleteForm.tsx';

const UpdateActivityDocument = graphql(`
  mutation UpdateActivity($id: ID!, $input: UpdateActivityInput!) {
    updateActivity(id: $id, input: $input) {
      ...ActivityRow
    }
  }
`);

const RemoveActivityDocument = graphql(`
  mutation RemoveActivity($id: ID!) {
    removeActivity(id: $id)
  }
`);

const RestoreActivityDocument = graphql(`
  mutation RestoreActivity($id: ID!) {
    restoreActivity(id: $id) {
      ...ActivityRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { id, list } = useListed('/crm/activities');
  const asked = useThing({ query: ActivityDocument, variables: { id } }, ({ activity }) => activity);
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.activities')}
      titleOf={({ title }) => title}
      icon="check"
      historyOf={() => id}
      gone={{ title: t('activities.goneTitle'), text: t('activities.goneText') }}
      list={list}
    >
      {(activity, close) => <Detail key={id} activity={activity} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ activity, onRemoved }: { activity: Activity; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { id, version, title, contact, completedAt } = activity;
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const draft = useDraft(`activity ${id}`, draftOfActivity(activity), version);
  const update = useWrite(UpdateActivityDocument);
  const { write: remove } = useWrite(RemoveActivityDocument, showTrouble);
  const { write: restore } = useWrite(RestoreActivityDocument, showTrouble);
  const missing = { title: !draft.fields.title.trim() && t('activities.titleMissing') };
  const mistakes = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: changedActivityOf(draft.fields, draft.changes, version) });
    if (saved) showDone(t('activities.saved', { title: saved.updateActivity.title }));
    return saved;
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`activity-${id}`, t('activities.removed', { title }), () => void restore({ id }));
  }

  return (
    <Stack gap="lg">
      {contact && (
        <Text size="sm">
          {t('activities.about')} <Link to={`/crm/contacts/${contact.id}`}>{contact.name}</Link>
        </Text>
      )}
      {mayWrite && (
        // Its action stands right below it: the end of the panel has that of the other form.
        <PanelEnd value={end}>
          <CompleteForm activity={activity} />
          <div ref={setEnd} />
        </PanelEnd>
      )}
      {!completedAt && <Divider />}
      <FormFrame
        draft={draft}
        write={update}
        action={t('action.save')}
        isReadOnly={!mayWrite}
        isReady={draft.isChanged}
        onSave={save}
        beside={
          <Button variant="outline" color="red" onClick={() => void takeAway()}>
            {t('activities.remove')}
          </Button>
        }
      >
        <ActivityFields
          activity={draft.fields}
          mistakeAt={(field) => (field in draft.fields ? mistakes(field as 'title') : update.mistakeAt(field))}
          isReadOnly={!mayWrite}
          onChange={draft.change}
        />
      </FormFrame>
    </Stack>
  );
}
