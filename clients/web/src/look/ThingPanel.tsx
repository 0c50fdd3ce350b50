import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To, useNavigate } from 'react-router';
import type { Asked } from '../graph/use-thing.ts';
import { History } from '../log/History.tsx';
import { Empty } from './Empty.tsx';
import type { IconName } from './Icon.tsx';
import { Panel } from './Panel.tsx';
import { Trouble } from './Trouble.tsx';
import { Waiting } from './Waiting.tsx';

interface ThingPanelProps<Thing> {
  /** What was asked for by its id, or found among all that there is. */
  asked: Pick<Asked<Thing>, 'thing'> & Partial<Asked<Thing>>;
  titleOf: (thing: Thing) => string;
  /** What the panel is called until the thing is there. */
  name: string;
  icon: IconName;
  gone: { title: string; text: string };
  /** Where it lies in, and where closing leads. */
  list: To;
  /** Whose history is folded below it, where it has one. */
  historyOf?: (thing: Thing) => string | undefined;
  children: (thing: Thing, close: () => void) => ReactNode;
}

/** A thing beside its list, from waiting for it to its being gone. */
export function ThingPanel<Thing>({
  asked,
  titleOf,
  name,
  icon,
  gone,
  list,
  historyOf,
  children,
}: ThingPanelProps<Thing>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { thing, problem, askAgain } = asked;
  const withHistory = thing ? historyOf?.(thing) : undefined;
  const close = () => void navigate(list);
  const toList = (
    <Button component={Link} to={list} variant="default">
      {t('action.toList')}
    </Button>
  );
  return (
    <Panel title={thing ? titleOf(thing) : thing === null ? gone.title : name} onClose={close}>
      {problem && <Trouble problem={problem} {...(askAgain && { onRetry: askAgain })} />}
      {thing === undefined && !problem && <Waiting shape={['form']} rows={3} />}
      {problem && !thing && <Group mt="md">{toList}</Group>}
      {thing === null && (
        <Empty icon={icon} title={gone.title} text={gone.text}>
          {toList}
        </Empty>
      )}
      {thing && children(thing, close)}
      {withHistory && <History key={`history ${withHistory}`} id={withHistory} />}
    </Panel>
  );
}
