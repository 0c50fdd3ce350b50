import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Moment } from '../../look/Moment.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { useTenant } from '../../session/viewer.tsx';
import type { Activity } from './activities.ts';
import { CompleteActivityDocument, ReopenActivityDocument } from './complete.ts';

/** What came of an activity, and what is next; or that it is done, and how to open it again. */
export function CompleteForm({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { id, title, type, assigneeId, completedAt, outcome } = activity;
  const subject = { kind: activity.subject.kind, id: activity.subject.id };
  const draft = useDraft(`complete ${id}`, { outcome: '', next: '', day: '' });
  const complete = useWrite(CompleteActivityDocument);
  const { write: reopen } = useWrite(ReopenActivityDocument, showTrouble);
  const mistakeAt = mistakesIn(draft, complete, {});
  if (completedAt)
    return (
      <Stack gap="xs">
        <Text size="sm">
          {t('activities.isDone')} <Moment at={completedAt} timeZone={timeZone} />
        </Text>
        {outcome && <Text size="sm">{outcome}</Text>}
        <Group>
          <Button variant="default" onClick={() => void reopen({ id })}>
            {t('activities.reopen')}
          </Button>
        </Group>
      </Stack>
    );

  async function save() {
    const { fields } = draft;
    const next = fields.next.trim()
      ? { type, title: fields.next.trim(), assigneeId, subject, dueOn: fields.day || null }
      : null;
    const saved = await complete.write({ id, outcome: fields.outcome.trim() || null, next });
    if (saved) showUndo(`activity-${id}`, t('activities.completed', { title }), () => void reopen({ id }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      label={t('activities.complete')}
      write={complete}
      action={t('activities.complete')}
      onSave={save}
    >
      <Textarea
        label={t('activities.outcome')}
        rows={2}
        value={draft.fields.outcome}
        error={mistakeAt('outcome')}
        onChange={({ currentTarget }) => draft.change({ outcome: currentTarget.value })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={t('activities.next')}
          value={draft.fields.next}
          error={mistakeAt('next') ?? complete.mistakeAt('title')}
          onChange={({ currentTarget }) => draft.change({ next: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('activities.nextDay')}
          value={draft.fields.day}
          error={complete.mistakeAt('dueOn')}
          onChange={({ currentTarget }) => draft.change({ day: currentTarget.value })}
        />
      </Group>
    </FormFrame>
  );
}
