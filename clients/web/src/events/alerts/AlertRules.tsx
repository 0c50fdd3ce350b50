import { Checkbox, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UpdateAlertRuleInput } from '../../generated/graphql.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import list from '../../look/List.module.css';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { readNumber } from '../../money/read-number.ts';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import classes from './AlertRules.module.css';
import { type AlertRule, AlertRulesDocument, UpdateRuleDocument } from './alerts.ts';
import { Muting, Recipients } from './RuleEmails.tsx';

/** When somebody is notified that something is wrong. */
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
  const draft = useDraft(`alert rule ${kind}`, { isOn: rule.isOn, threshold: textOf(rule.threshold) }, version);
  const { isOn, threshold } = draft.fields;
  const update = useWrite(UpdateRuleDocument, askAgain);
  const number = readNumber(threshold);
  const isWrong = rule.threshold !== null && number === undefined;

  async function save(input: Omit<UpdateAlertRuleInput, 'kind' | 'version'>) {
    const saved = await update.write({ input: { kind, version, ...input } });
    if (saved) showDone(t('events.ruleSaved', { rule: t(`notices.alert.${kind}`) }));
    return saved;
  }

  return (
    <li className={classes.item}>
      <FormFrame
        draft={draft}
        label={t(`notices.alert.${kind}`)}
        write={update}
        action={t('action.save')}
        isReadOnly={!mayManage || !draft.isChanged}
        onSave={async () => !isWrong && save({ isOn, ...(rule.threshold !== null && { threshold: number }) })}
      >
        <div className={classes.rule}>
          <Checkbox
            size="md"
            label={t(`notices.alert.${kind}`)}
            checked={isOn}
            disabled={!mayManage}
            onChange={({ currentTarget }) => draft.change({ isOn: currentTarget.checked })}
          />
          {rule.threshold !== null ? (
            <TextInput
              aria-label={t(`events.threshold.${kind}`)}
              inputMode="decimal"
              rightSectionWidth={88}
              rightSection={<span className={list.quiet}>{t(`events.threshold.${kind}`)}</span>}
              value={threshold}
              readOnly={!mayManage}
              error={isWrong ? t('events.noNumber') : (draft.contestedAt('threshold') ?? update.mistakeAt('threshold'))}
              onChange={({ currentTarget }) => draft.change({ threshold: currentTarget.value })}
            />
          ) : (
            <span />
          )}
          <Muting rule={rule} save={save} />
          <Recipients rule={rule} write={update} save={save} />
        </div>
      </FormFrame>
    </li>
  );
}

const textOf = (threshold: number | null | undefined): string => (threshold == null ? '' : String(threshold));
