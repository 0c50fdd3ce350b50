import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateAlertRuleInput } from '../../generated/graphql.ts';
import { useWrite } from '../../graph/use-write.ts';
import list from '../../look/List.module.css';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { readNumber } from '../../money/read-number.ts';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import classes from './AlertRules.module.css';
import { type AlertRule, AlertRulesDocument, UpdateRuleDocument } from './alerts.ts';
import { Muting, Recipients } from './RuleLetters.tsx';

/** When somebody is told that something is wrong. */
export function AlertRules() {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useWatched({ query: AlertRulesDocument });
  const rules = data?.viewer?.tenant?.alertRules;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('events.rules')}
      </Title>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {rules && (
        <ul className={list.list} aria-label={t('events.rules')}>
          {rules.map((rule) => (
            <Rule key={rule.kind} rule={rule} askAgain={askAgain} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rule({ rule, askAgain }: { rule: AlertRule; askAgain: () => void }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const { kind, version } = rule;
  const [changes, setChanges] = useState<{ isOn?: boolean; threshold?: string }>({});
  const update = useWrite(UpdateRuleDocument, askAgain);
  const isOn = changes.isOn ?? rule.isOn;
  const threshold = changes.threshold ?? textOf(rule.threshold);
  const number = readNumber(threshold);
  const isWrong = rule.threshold !== null && number === undefined;
  const isChanged = isOn !== rule.isOn || threshold !== textOf(rule.threshold);

  async function save(input: Omit<UpdateAlertRuleInput, 'kind' | 'version'>) {
    const saved = await update.write({ input: { kind, version, ...input } });
    if (saved) showDone(t('events.ruleSaved', { rule: t(`notices.alert.${kind}`) }));
    return saved;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isWrong) return;
    if (await save({ isOn, ...(rule.threshold !== null && { threshold: number }) })) setChanges({});
  }

  return (
    <li>
      <form className={classes.rule} onSubmit={submit} noValidate aria-label={t(`notices.alert.${kind}`)}>
        <Checkbox
          size="md"
          label={t(`notices.alert.${kind}`)}
          checked={isOn}
          disabled={!mayManage}
          onChange={({ currentTarget }) => setChanges({ ...changes, isOn: currentTarget.checked })}
        />
        {rule.threshold !== null ? (
          <TextInput
            aria-label={t(`events.threshold.${kind}`)}
            inputMode="decimal"
            rightSectionWidth={88}
            rightSection={<span className={list.quiet}>{t(`events.threshold.${kind}`)}</span>}
            value={threshold}
            readOnly={!mayManage}
            error={isWrong ? t('events.noNumber') : update.mistakeAt('threshold')}
            onChange={({ currentTarget }) => setChanges({ ...changes, threshold: currentTarget.value })}
          />
        ) : (
          <span />
        )}
        <Muting rule={rule} save={save} />
        <Recipients rule={rule} write={update} save={save} />
        {mayManage && (
          <Button type="submit" variant="default" loading={update.isBusy} disabled={!isChanged}>
            {t('action.save')}
          </Button>
        )}
      </form>
      {update.problem && !update.mistakeAt('threshold') && <Trouble problem={update.problem} />}
    </li>
  );
}

const textOf = (threshold: number | null | undefined): string => (threshold == null ? '' : String(threshold));
