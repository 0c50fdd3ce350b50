import { Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '../use-colleagues.ts';
import { type ActivityDraft, activityTypes } from './activity-draft.ts';

interface ActivityFieldsProps {
  activity: ActivityDraft;
  mistakeAt: (field: string) => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<ActivityDraft>) => void;
}

/** The fields of an activity, new or not. */
export function ActivityFields({ activity, mistakeAt, isReadOnly, onChange }: ActivityFieldsProps) {
  const { t } = useTranslation();
  const colleagues = useColleagues(activity.assigneeId);
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('activities.type')}
        data={activityTypes.map((value) => ({ value, label: t(`activities.types.${value}`) }))}
        value={activity.type}
        disabled={isReadOnly}
        onChange={({ currentTarget }) =>
          onChange({ type: activityTypes.find((type) => type === currentTarget.value) ?? activity.type })
        }
      />
      <TextInput
        label={t('activities.title')}
        value={activity.title}
        readOnly={isReadOnly}
        error={mistakeAt('title')}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="date"
          label={t('activities.day')}
          value={activity.day}
          readOnly={isReadOnly}
          error={mistakeAt('dueOn') ?? mistakeAt('dueAt')}
          onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('activities.time')}
          value={activity.time}
          readOnly={isReadOnly}
          disabled={!activity.day}
          onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
        />
      </Group>
      <NativeSelect
        label={t('activities.assignee')}
        data={[{ value: '', label: t('activities.nobody') }, ...colleagues]}
        value={activity.assigneeId}
        disabled={isReadOnly}
        error={mistakeAt('assigneeId')}
        onChange={({ currentTarget }) => onChange({ assigneeId: currentTarget.value })}
      />
      <Textarea
        label={t('activities.description')}
        rows={3}
        value={activity.description}
        readOnly={isReadOnly}
        error={mistakeAt('description')}
        onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
      />
    </Stack>
  );
}
