import { useTranslation } from 'react-i18next';
import { useOwnZone } from '../session/use-own-zone.ts';
import type { Words } from '../words/en.ts';
import { words } from '../words/words.ts';
import { factsOf, listOfFacts, nameOfKind } from './notice-text.ts';
import type { Notice } from './notices.ts';

type Kind = keyof Words['notices']['kind'];
type AlertKind = keyof Words['notices']['alert'];
type ThingKind = keyof Words['notices']['thing'];

/** What a notice says, in the language of the console; one of a kind that has no words says its name and its facts. */
export function useNoticeText() {
  const { t, i18n } = useTranslation();
  const timeZone = useOwnZone();
  return ({ kind, values }: Pick<Notice, 'kind' | 'values'>): { title: string; text: string } => {
    const facts = factsOf(isRecord(values) ? values : {}, i18n.language, timeZone);
    const key = kind.replaceAll('.', '_');
    if (!isKnown(key)) return { title: nameOfKind(kind), text: listOfFacts(facts) };
    const { alert = '', name = '', since = '' } = facts;
    if (isOfThing(alert) && (key === 'alert_raised' || key === 'alert_recovered')) {
      if (key === 'alert_recovered') return { title: t(`notices.thing.${alert}.recovered`, { name }), text: '' };
      return { title: t(`notices.thing.${alert}.raised`, { name, since }), text: t(`notices.thing.${alert}.text`) };
    }
    const named = {
      ...{ product: '', client: '', key: '', at: '', name: '', title: '', text: '', where: t('notices.webhook') },
      ...facts,
      alert: isAlert(alert) ? t(`notices.alert.${alert}`) : alert,
      context: facts.late && 'late',
    };
    return { title: t(`notices.kind.${key}.title`, named), text: t(`notices.kind.${key}.text`, named) };
  };
}

function isKnown(key: string): key is Kind {
  return words.exists(`notices.kind.${key}.title`);
}

function isAlert(kind: string): kind is AlertKind {
  return words.exists(`notices.alert.${kind}`);
}

function isOfThing(kind: string): kind is ThingKind {
  return words.exists(`notices.thing.${kind}.raised`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
