import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import list from '../look/List.module.css';
import { showDone } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import classes from './AlertRules.module.css';
import { type AlertRule, AlertRulesDocument, UpdateRuleDocument } from './alerts.ts';

/** When somebody is told that something is wrong. */
export function AlertRules() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const { data, problem, askAgain } = useLiveQuery({ query: AlertRulesDocument, variables: { tenantId } });
  return (
    <section>
      <Title order={2} mb="sm">
        {t('events.rules')}
      </Title>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {data && (
        <ul className={list.list} aria-label={t('events.rules')}>
          {data.alertRules.map((rule) => (
            <Rule key={rule.kind} rule={rule} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rule({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const { kind, version } = rule;
  const [isOn, setOn] = useState(rule.isOn);
  const [sendsLetters, setLetters] = useState(rule.sendsLetters);
  const [threshold, setThreshold] = useState(textOf(rule.threshold));
  const [{ fetching, error }, update] = useMutation(UpdateRuleDocument);
  const problem = error && problemOf(error);
  const number = Number(threshold);
  const isWrong = threshold === '' || Number.isNaN(number);
  const isChanged = isOn !== rule.isOn || sendsLetters !== rule.sendsLetters || threshold !== textOf(rule.threshold);

  useEffect(() => {
    setOn(rule.isOn);
    setLetters(rule.sendsLetters);
    setThreshold(textOf(rule.threshold));
  }, [rule]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (rule.threshold !== null && isWrong) return;
    const { data } = await update({
      input: { kind, version, isOn, sendsLetters, ...(rule.threshold !== null && { threshold: number }) },
    });
    if (data) showDone(t('events.ruleSaved', { rule: t(`events.alert.${kind}`) }));
  }

  return (
    <li>
      <form className={classes.rule} onSubmit={submit} noValidate aria-label={t(`events.alert.${kind}`)}>
        <Checkbox
          size="md"
          label={t(`events.alert.${kind}`)}
          checked={isOn}
          disabled={!mayManage}
          onChange={({ currentTarget }) => setOn(currentTarget.checked)}
        />
        {rule.threshold !== null ? (
          <TextInput
            aria-label={t(`events.threshold.${kind}`)}
            inputMode="decimal"
            rightSectionWidth={88}
            rightSection={<span className={list.quiet}>{t(`events.threshold.${kind}`)}</span>}
            value={threshold}
            readOnly={!mayManage}
            error={isWrong ? t('events.noNumber') : problem?.code === 'BAD_USER_INPUT' && mistakeText(problem)}
            onChange={({ currentTarget }) => setThreshold(currentTarget.value)}
          />
        ) : (
          <span />
        )}
        <Checkbox
          size="md"
          label={t('events.letters')}
          checked={sendsLetters}
          disabled={!mayManage}
          onChange={({ currentTarget }) => setLetters(currentTarget.checked)}
        />
        {mayManage && (
          <Button type="submit" size="sm" variant="default" loading={fetching} disabled={!isChanged}>
            {t('action.save')}
          </Button>
        )}
      </form>
      {problem && problem.code !== 'BAD_USER_INPUT' && <Trouble problem={problem} />}
    </li>
  );
}

const textOf = (threshold: number | null | undefined): string => (threshold == null ? '' : String(threshold));
