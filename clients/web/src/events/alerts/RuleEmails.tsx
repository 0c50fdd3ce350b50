import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { UpdateAlertRuleInput } from '../../generated/graphql.ts';
import type { Write } from '../../graph/use-write.ts';
import list from '../../look/List.module.css';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import { ChooseNames } from '../ChooseNames.tsx';
import { Question } from '../Question.tsx';
import { AlertPeopleDocument, type AlertRule } from './alerts.ts';
import { changeFor, mutingOf, mutings } from './muting.ts';

interface RuleEmailsProps {
  rule: AlertRule;
  write: Pick<Write, 'isBusy' | 'problem' | 'forget'>;
  save: (input: Omit<UpdateAlertRuleInput, 'kind' | 'version'>) => Promise<unknown>;
}

/** Whether e-mails are sent, or for how long they are not; a choice counts at once. */
export function Muting({ rule, save }: Omit<RuleEmailsProps, 'write'>) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayManage = useMay('events:manage');
  const { mutedUntil } = rule;
  const muting = mutingOf(rule, Date.now());
  const until = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short', timeZone });
  const muted = mutedUntil && {
    value: 'muted',
    label: t('events.mutedUntil', { at: until.format(new Date(mutedUntil)) }),
  };
  return (
    <NativeSelect
      aria-label={t('events.emails')}
      disabled={!mayManage}
      data={[
        ...(muting === 'muted' && muted ? [muted] : []),
        ...mutings.map((value) => ({ value, label: t(`events.muting.${value}`) })),
      ]}
      value={muting}
      onChange={({ currentTarget }) => {
        const chosen = mutings.find((each) => each === currentTarget.value);
        if (chosen) void save(changeFor(chosen, Date.now()));
      }}
    />
  );
}

/** Who gets the e-mails: the owners, or people who were chosen. */
export function Recipients({ rule: { recipientIds }, write, save }: RuleEmailsProps) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const mayReadPeople = useMay('people:read');
  const [chosen, setChosen] = useState<readonly string[]>(recipientIds);
  const count = recipientIds.length;
  const label = count === 0 ? t('events.toOwners') : t('events.toPeople', { count });
  if (!mayManage || !mayReadPeople) return <span className={list.quiet}>{label}</span>;
  return (
    <Question
      label={label}
      title={t('events.recipients')}
      answer={t('action.save')}
      onOpen={() => setChosen(recipientIds)}
      write={write}
      onAnswer={() => save({ recipientIds: [...chosen] })}
    >
      <People chosen={chosen} onChange={setChosen} />
    </Question>
  );
}

function People({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: AlertPeopleDocument });
  if (!data) return <Text size="sm">{t('state.loading')}</Text>;
  const people = data.viewer?.tenant?.members.edges.map(({ node }) => node.user) ?? [];
  const gone = chosen.filter((id) => !people.some((person) => person.id === id));
  return (
    <ChooseNames
      legend={t('events.recipientsLegend')}
      all={t('events.toOwners')}
      none={t('events.noneIsOwners')}
      options={[
        ...people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
        ...gone.map((id) => ({ value: id, label: t('events.recipientGone') })),
      ]}
      chosen={chosen}
      mistake={undefined}
      onChange={onChange}
    />
  );
}
